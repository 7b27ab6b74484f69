r"""Quotes of very many articles: Parquet in, Parquet out, partition by partition.

    python examples/spark_quotes.py articles.parquet quotes.parquet --published date
    spark-submit --master yarn examples/spark_quotes.py articles.parquet quotes.parquet \
        --partitions 800

In: Parquet with a row an article. Out: Parquet with a row a quote, a file a partition. No partition
waits for another, and none is held whole in memory; one that fails is done again by Spark. An
output that is there is not overwritten.
"""

import argparse
import sys

from pyspark.sql import SparkSession

from newsquote.extras.spark import quotes


def main(argv: list[str]) -> None:
    """Read and write what the arguments name."""
    parser = argparse.ArgumentParser(description="Parquet of articles in, Parquet of quotes out.")
    parser.add_argument("articles", help="where the Parquet of articles is")
    parser.add_argument("quotes", help="where the Parquet of quotes is to be")
    parser.add_argument("--text", default="text", help="the column of texts (default: text)")
    parser.add_argument("--id", default="id", help="the column that names an article (default: id)")
    parser.add_argument("--published", help="the column of days of publication (default: none)")
    parser.add_argument(
        "--partitions",
        type=int,
        help="how many parts to cut the articles into (default: as Spark reads them)",
    )
    chosen = parser.parse_args(argv)

    spark = SparkSession.builder.appName("quotes").getOrCreate()
    articles = spark.read.parquet(chosen.articles)
    if chosen.partitions:
        articles = articles.repartition(chosen.partitions)
    found = quotes(articles, text=chosen.text, id=chosen.id, published=chosen.published)
    found.write.parquet(chosen.quotes)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
