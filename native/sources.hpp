// The ranges that may be a cue's source: source_spans.py, source_edges.py.
#pragma once

#include "candidates.hpp"

namespace newsquote {

struct ScoredSource {
    Range tokens;
    bool is_one;  // false where the candidate is that there is none
    int32_t score;
};

struct SourceScorer {
    const Case &at;
    const Reading &reading;
    const Weights &weights;

    bool inside(int32_t t) const { return reading.inside(t); }

    int32_t score_start(int32_t i) const {
        Range cue = at.cue;
        const Type &here = at.near(i), &before = at.near(i - 1);
        bool left = i < cue.start;
        char side = left ? 'L' : 'R';
        int32_t gap = left ? cue.start - i : i - cue.end;
        int32_t heads = reading.likely_heads[cue.start] - reading.likely_heads[i];
        int32_t commas = reading.commas[cue.start] - reading.commas[i];
        if (!left) {
            heads = -heads;
            commas = -commas;
        }
        Sum sum(weights);
        sum.key() << "s1" << side << score_bucket(reading.scores[SOURCE_START][i]);
        sum.key() << "sB" << side << '=' << here.word;
        sum.key() << "sC" << side << '=' << here.klass;
        sum.key() << "sE" << side << '=' << before.klass << '|' << here.klass;
        sum.key() << "sA" << side << length_bucket(gap);
        sum.key() << "sG" << side << digit_of(inside(i)) << digit_of(inside(cue.start));
        sum.key() << "sH" << side << up_to(2, i - at.sentence.start) << up_to(3, commas);
        sum.key() << "sI" << side << up_to(3, heads);
        return sum.total();
    }

    int32_t score_end(int32_t j) const {
        Range cue = at.cue;
        const Type &here = at.near(j), &behind = at.near(j + 1);
        const Type &verb = *at.verb;
        bool left = j < cue.start;
        char side = left ? 'L' : 'R';
        int32_t lo = left ? j + 1 : cue.end, hi = left ? cue.start : j;
        int32_t gap = length_bucket(left ? cue.start - j - 1 : j - cue.end);
        Key between = Key() << "eB" << side << '=';
        if (left) {
            at.spell_between(between, j + 1, cue.start);
        } else {
            between << behind.klass << '_' << at.near(j + 2).klass;
        }
        int32_t marks = up_to(2, reading.quotes[hi] - reading.quotes[lo]);
        Sum sum(weights);
        sum.key() << "e1" << side << score_bucket(reading.scores[SOURCE_END][j]);
        sum.key() << "eC" << side << '=' << here.klass;
        sum.key() << "eD" << side << '=' << here.klass << '|' << behind.klass;
        sum.key() << "eF" << side << '=' << behind.word;
        sum.key() << "eA" << side << gap;
        sum.key() << "eI" << side
                  << up_to(4, reading.likely_heads[hi] - reading.likely_heads[lo])
                  << up_to(3, reading.commas[hi] - reading.commas[lo]);
        sum.key() << "eJ" << side << up_to(3, reading.breaks[hi] - reading.breaks[lo])
                  << up_to(3, reading.verbs[hi] - reading.verbs[lo]);
        sum.key() << "eG" << side << '=' << verb.klass << '|' << gap;
        sum.key() << "eH" << side << '=' << verb.word << '|' << least_of(gap, 3);
        sum.key() << "eL" << side << digit_of(inside(j)) << digit_of(inside(cue.start)) << marks;
        sum.add(between);
        return sum.total();
    }

    int32_t score_both(int32_t i, int32_t j) const {
        Range cue = at.cue;
        int32_t k = j + 1;
        bool left = j < cue.start;
        char side = left ? 'L' : 'R';
        int32_t gap = left ? cue.start - k : i - cue.end;
        // A slice of the types near the cue, as Python slices a list.
        int32_t from = slice_edge(at.near_place(i)), to = slice_edge(at.near_place(i) + k - i);
        int32_t length = most_of(0, to - from);
        const Type &first = length ? at.near_at(from) : *reading.pad;
        const Type &last = length ? at.near_at(to - 1) : *reading.pad;
        Key classes = Key() << "qC" << side << '=';
        if (k - i > 3) {
            classes << '>';
        } else {
            for (int32_t n = 0; n < length; ++n) {
                if (n) classes << '_';
                classes << at.near_at(from + n).klass;
            }
        }
        Key kinds = Key() << "qB" << side << '=';
        for (int32_t n = 0; n < length && n < 6; ++n) kinds << at.near_at(from + n).kind;
        int32_t commas = up_to(2, reading.commas[j] - reading.commas[i]);
        int32_t verbs = up_to(2, reading.verbs[k] - reading.verbs[i]);
        int32_t breaks = up_to(2, reading.breaks[k] - reading.breaks[i]);
        int32_t heads = up_to(2, reading.likely_heads[k] - reading.likely_heads[i]);
        int32_t better_end = is_larger_before(reading.scores[SOURCE_END], i, j);
        int32_t better_start = is_larger_behind(reading.scores[SOURCE_START], i, j);
        int32_t touches = gap == 0;
        const Hint *hint = at.hint;
        char agrees = hint ? agreement(hint->has_source, hint->source, i, k) : '-';
        Key named = Key() << "qS" << side << '=' << agrees << '|';
        at.spell_hinted_source(named);
        Text before = at.near(i - 1).klass, behind = at.near_at(at.near_place(i) + k - i).klass;
        Sum sum(weights);
        sum.add(classes);
        sum.add(kinds);
        sum.add(named);
        sum.key() << "qF" << side << '=' << first.klass << '|' << last.klass;
        sum.key() << "qA" << side << length_bucket(k - i);
        sum.key() << "qI" << side << '=' << before << '|' << behind;
        sum.key() << "qE" << side << verbs << breaks;
        sum.key() << "qG" << side << better_end << better_start << commas;
        sum.key() << "qL" << side << digit_of(reading.quotes[k] > reading.quotes[i]);
        sum.key() << "qD" << side << commas << heads << touches;
        sum.key() << "qH" << side << digit_of(i == at.sentence.start) << touches;
        sum.key() << "qR" << side << '=' << agrees;
        return sum.total();
    }

    int32_t score_none() const {
        const Type &first = at.near(at.cue.start), &behind = at.near(at.cue.end);
        Key hinted = Key() << "nR=";
        at.spell_hinted_source(hinted);
        Sum sum(weights);
        sum.key() << "n1=" << at.verb->word;
        sum.key() << "n2=" << at.verb->klass;
        sum.key() << "n3=" << first.klass << '|' << behind.klass;
        sum.key() << "n9=" << first.word;
        sum.key() << "n10=" << behind.word;
        sum.key() << "n0";
        sum.key() << "n8=" << up_to(4, at.cue.start - at.sentence.start);
        sum.add(hinted);
        return sum.total();
    }

   private:
    static int32_t digit_of(bool is_so) { return is_so ? 1 : 0; }
    int32_t slice_edge(int32_t place) const {
        if (place < 0) return most_of(0, place + at.near_size);
        return least_of(place, at.near_size);
    }
};

inline void add_source_edges(const Case &at, Tokens &starts, Tokens &ends) {
    const Reading &reading = *at.reading;
    Range sentence = at.sentence, cue = at.cue;
    starts.add_within(reading.source_starts, sentence.start, cue.start);
    starts.add_within(reading.source_starts, most_of(cue.end, sentence.start), sentence.end);
    const int32_t more[] = {sentence.start, cue.end};
    for (int32_t t : more) {
        bool is_in_cue = cue.start <= t && t < cue.end;
        if (t < sentence.end && !is_in_cue && reading.is_word(t)) starts.add(t);
    }
    ends.add_within(reading.source_ends, sentence.start, cue.start);
    ends.add_within(reading.source_ends, most_of(cue.end, sentence.start), sentence.end);
    if (sentence.start < cue.start && reading.is_word(cue.start - 1)) ends.add(cue.start - 1);
    starts.keep_strongest(reading.scores[SOURCE_START]);
    ends.keep_strongest(reading.scores[SOURCE_END]);
}

inline List<EdgePair> source_pairs(const Case &at, Arena &arena) {
    static const int32_t GAP_COST = 12, MOST_TOKENS = 35;
    const Reading &reading = *at.reading;
    Range cue = at.cue;
    Tokens firsts = Tokens::in(arena), lasts = Tokens::in(arena);
    add_source_edges(at, firsts, lasts);
    List<EdgePair> pairs = List<EdgePair>::in(arena);
    for (int32_t i : firsts.list) {
        bool left = i < cue.start;
        int64_t score = reading.scores[SOURCE_START][i];
        if (!left) score -= (int64_t)GAP_COST * (i - cue.end);
        for (int32_t j : lasts.list) {
            if (j < i || j > i + MOST_TOKENS || (j < cue.start) != left) continue;
            int64_t prior = score + reading.scores[SOURCE_END][j];
            if (left) prior -= (int64_t)GAP_COST * (cue.start - j);
            pairs.add(EdgePair{prior, i, j, 0});
        }
    }
    const Hint *hint = at.hint;
    if (hint == nullptr || !hint->has_source || hint->source.size() <= 0) return pairs;
    if (hint->source.end <= cue.start || cue.end <= hint->source.start) {
        put_hinted_first(pairs, hint->source.start, hint->source.end - 1);
    }
    return pairs;
}

// The sources of a case and their scores; the first is that there is none.
inline List<ScoredSource> source_candidates(const Case &at, Arena &arena) {
    static const size_t MOST_SOURCES = 4;
    SourceScorer scorer{at, *at.reading, at.reading->model->steps[SOURCE]};
    List<EdgePair> pairs = source_pairs(at, arena);
    keep_likeliest(pairs, MOST_SOURCES);
    score_edges(
        pairs, [&](int32_t i) { return scorer.score_start(i); },
        [&](int32_t j) { return scorer.score_end(j); });
    keep_best(pairs, MOST_SOURCES);
    List<ScoredSource> found = List<ScoredSource>::in(arena);
    found.add(ScoredSource{Range{0, 0}, false, scorer.score_none()});
    for (const EdgePair &pair : pairs) {
        int32_t score = (int32_t)(pair.edges + scorer.score_both(pair.i, pair.j));
        found.add(ScoredSource{Range{pair.i, pair.j + 1}, true, score});
    }
    return found;
}

}  // namespace newsquote
