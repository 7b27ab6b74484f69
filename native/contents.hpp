// The contents that a cue may have: contents.py, content_shapes.py.
#pragma once

#include "content_edges.hpp"

namespace newsquote {

struct Piece {
    Range tokens;
    int32_t score;
};

// A piece before the cue, one behind it, or both; neither where there is no content.
struct ScoredContent {
    Range left, right;
    bool has_left, has_right;
    int32_t score;
};

// ---------------------------------------------------------------- shapes

struct Shape {
    const Case &at;
    const Reading &reading;
    const Weights &weights;
    Key before, behind;  // the classes right beside the cue, the source as one
    char source_side;

    static const int32_t CLOSE = 3, SOURCE_LEAD = 2;

    static Shape of(const Case &at) {
        Shape made{at, *at.reading, at.reading->model->steps[CONTENT], Key(), Key(), '0'};
        made.spell_before();
        made.spell_behind();
        if (at.has_source) made.source_side = at.source.end <= at.head ? 'L' : 'R';
        return made;
    }

    void spell_before() {
        int32_t first = at.region.start;
        int32_t begin = most_of(first, at.cue.start - CLOSE);
        if (at.has_source && begin - CLOSE < at.source.end && at.source.end <= at.cue.start) {
            begin = most_of(first, least_of(begin, at.source.start - SOURCE_LEAD));
        }
        at.spell_between(before, begin, at.cue.start, 6);
    }

    void spell_behind() {
        int32_t last = at.region.end;
        int32_t stop = least_of(last, at.cue.end + CLOSE);
        if (at.has_source && at.cue.end <= at.source.start && at.source.start < stop) {
            stop = least_of(last, at.source.end + SOURCE_LEAD);
        }
        at.spell_between(behind, at.cue.end, stop, 5);
    }

    // A name before a text that was spelled already.
    int32_t weight_of(const char (&name)[4], const Key &spelled) const {
        if (spelled.is_too_long) return 0;
        return weights[Key() << name << Text{spelled.bytes, spelled.size}];
    }

    int32_t score_nothing() const {
        const Type &verb = *at.verb;
        Text first = at.near(at.cue.start).klass, last = at.near(at.cue.end - 1).klass;
        Text ahead = at.near(at.cue.start - 1).klass, next = at.near(at.cue.end).klass;
        char is_behind = at.has_source && at.source.start > at.head ? '1' : '0';
        Letters source = at.has_source ? Letters::of('0', is_behind) : Letters::of("10");
        Sum sum(weights);
        sum.key() << "0h=" << verb.word;
        sum.key() << "0c=" << verb.klass;
        sum.key() << "0f=" << verb.frames;
        sum.key() << "0k=" << first << '|' << last;
        sum.key() << "0n=" << verb.word << '|' << next;
        sum.key() << '0';
        sum.key() << "0s=" << source;
        sum.key() << "0i=" << as_digit(reading.inside(at.head));
        sum.key() << "0R=" << at.rule();
        sum.key() << "0S=" << at.rule() << '|' << verb.klass;
        sum.key() << "0p=" << ahead << '|' << verb.klass;
        sum.key() << "0z" << score_bucket(reading.scores[HEAD][at.head]);
        return sum.total() + weight_of("0a=", behind) + weight_of("0b=", before);
    }

    int32_t score_only(char side) const {
        const Type &verb = *at.verb;
        Sum sum(weights);
        sum.key() << 'o' << side;
        sum.key() << "o1" << side << source_side;
        sum.key() << "o2" << side << '=' << verb.word;
        sum.key() << "o3" << side << source_side << '=' << verb.klass;
        sum.key() << "o6" << side << source_side << '=' << verb.frames;
        return sum.total();
    }

    int32_t score_left_only() const {
        int32_t end = at.cue.end, tail = at.region.end - end;
        if (at.has_source && at.source.start >= end) tail -= at.source.size();
        int32_t is_short = as_digit(tail < CLOSE);
        int32_t mark = as_digit(reading.any_inside(end, at.region.end));
        Key hinted = Key() << "RR";
        at.spell_hinted(hinted, false);
        Sum sum(weights);
        sum.key() << "R0";
        sum.key() << "R2=" << mark << length_bucket(tail);
        sum.key() << "R3=" << at.verb->word << '|' << is_short;
        sum.add(hinted);
        sum.key() << "R4=" << mark << '|' << at.near(end).klass << '|' << is_short;
        return sum.total() + weight_of("R1=", behind) + score_only('L');
    }

    int32_t score_right_only() const {
        int32_t start = at.cue.start, first = at.region.start;
        int32_t mark = as_digit(reading.any_inside(most_of(first, start - CLOSE), start));
        Key hinted = Key() << "LR";
        at.spell_hinted(hinted, true);
        Sum sum(weights);
        sum.key() << "L0";
        sum.key() << "L2=" << mark << as_digit(start - first > CLOSE);
        sum.key() << "L3=" << at.verb->word;
        sum.add(hinted);
        sum.key() << "L4=" << mark << '|' << at.near(start - 1).klass;
        return sum.total() + weight_of("L1=", before) + score_only('R');
    }

    int32_t score_both(Range one, Range two) const {
        const Hint *hint = at.hint;
        Letters marks =
            Letters::of(digit(reading.inside(one.end - 1)), digit(reading.inside(two.start)));
        bool is_same = reading.mark_around(one.end - 1) == reading.mark_around(two.start);
        char one_agrees = '-', two_agrees = '-';
        if (hint != nullptr) {
            one_agrees = agreement(hint->has_left, hint->left, one.start, one.end);
            two_agrees = agreement(hint->has_right, hint->right, two.start, two.end);
        }
        const Type &begins = at.near(two.start);
        Text ahead = at.near(two.start - 1).klass, next = at.near(one.end).klass;
        Sum sum(weights);
        sum.key() << 'b';
        sum.key() << "b1" << marks << source_side;
        sum.key() << "b4" << marks << '=' << at.verb->word;
        sum.key() << "bR" << one_agrees << two_agrees;
        sum.key() << "b6" << marks << as_digit(is_same);
        sum.key() << "b7" << marks << '=' << begins.klass;
        sum.key() << "b8" << marks << ahead << '|' << next;
        sum.key() << "b9" << begins.kind << marks << ahead;
        return sum.total();
    }
};

// ---------------------------------------------------------------- pieces

inline void add_content_edges(const Case &at, Tokens &starts, Tokens &ends, int32_t lo,
                              int32_t hi) {
    const Reading &reading = *at.reading;
    Range sentence = at.sentence;
    int32_t from = most_of(sentence.start, lo), to = least_of(sentence.end, hi);
    starts.add_within(reading.starts, from, to);
    ends.add_within(reading.ends, from, to);
    const Range outer[] = {{lo, least_of(hi, sentence.start)}, {most_of(lo, sentence.end), hi}};
    for (Range range : outer) {
        if (range.start >= range.end) continue;
        starts.add_within(reading.outer_starts, range.start, range.end);
        ends.add_within(reading.outer_ends, range.start, range.end);
    }
    const int32_t landmark_starts[] = {at.behind_cue, at.first, at.behind_source};
    for (int32_t t : landmark_starts) starts.add_if_within(t, lo, hi);
    if (at.region.start < sentence.start) {
        starts.add_if_within(at.word_from(at.region.start), lo, hi);
    }
    const int32_t landmark_ends[] = {at.before_cue, at.last, at.before_source};
    for (int32_t t : landmark_ends) ends.add_if_within(t, lo, hi);
    if (at.region.end > sentence.end) {
        ends.add_if_within(at.word_back_from(at.region.end - 1), lo, hi);
    }
    if (hi > at.paragraph.end) {
        int32_t last = least_of(at.number + 2 + MOST_PARAGRAPHS, reading.in.paragraphs);
        for (int32_t number = at.number + 1; number < last; ++number) {
            int32_t behind = reading.paragraph(number).end;
            if (behind <= hi) ends.add_if_within(at.word_back_from(behind - 1), lo, hi);
        }
    }
    starts.keep_strongest(reading.scores[CONTENT_START]);
    ends.keep_strongest(reading.scores[CONTENT_END]);
}

inline List<EdgePair> content_pairs(const Case &at, Arena &arena, bool left, int32_t lo,
                                    int32_t hi) {
    static const int32_t GAP_COST = 10, OTHER_MARKS_COST = SCALE, SOURCE_COST = 2 * SCALE;
    const Reading &reading = *at.reading;
    Tokens firsts = Tokens::in(arena), lasts = Tokens::in(arena);
    add_content_edges(at, firsts, lasts, lo, hi);
    List<EdgePair> pairs = List<EdgePair>::in(arena);
    for (int32_t i : firsts.list) {
        int64_t start_score = reading.scores[CONTENT_START][i];
        if (!left) start_score -= (int64_t)GAP_COST * (i - at.cue.end);
        for (int32_t j : lasts.list) {
            if (i > j) continue;
            int64_t prior = start_score + reading.scores[CONTENT_END][j];
            if (left) prior -= (int64_t)GAP_COST * (at.cue.start - j);
            if (reading.mark_around(i) != reading.mark_around(j)) prior -= OTHER_MARKS_COST;
            if (at.has_source && i < at.source.end && at.source.start <= j) prior -= SOURCE_COST;
            pairs.add(EdgePair{prior, i, j, 0});
        }
    }
    if (at.hint == nullptr) return pairs;
    if (!(left ? at.hint->has_left : at.hint->has_right)) return pairs;
    Range hinted = left ? at.hint->left : at.hint->right;
    if (lo <= hinted.start && hinted.start < hinted.end && hinted.end <= hi) {
        put_hinted_first(pairs, hinted.start, hinted.end - 1);
    }
    return pairs;
}

inline List<Piece> pieces_on(const Case &at, Arena &arena, char side) {
    static const size_t MOST_PIECES = 4;
    bool left = side == 'L';
    int32_t lo = left ? at.region.start : at.cue.end, hi = left ? at.cue.start : at.region.end;
    List<Piece> found = List<Piece>::in(arena);
    if (lo >= hi || !at.has_more(lo, hi)) return found;
    PieceScorer scorer = PieceScorer::on(at, side);
    List<EdgePair> pairs = content_pairs(at, arena, left, lo, hi);
    keep_likeliest(pairs, MOST_PIECES);
    score_edges(
        pairs, [&](int32_t i) { return scorer.score_start(i); },
        [&](int32_t j) { return scorer.score_end(j); });
    keep_best(pairs, MOST_PIECES);
    for (const EdgePair &pair : pairs) {
        int32_t score = (int32_t)(pair.edges + scorer.score_both(pair.i, pair.j));
        found.add(Piece{Range{pair.i, pair.j + 1}, score});
    }
    return found;
}

// Leaves the pieces that are tried with those of the other side.
inline void keep_best_of_two(List<Piece> &pieces) {
    static const size_t MOST_OF_TWO = 2;
    sort(pieces.items, pieces.count, [](const Piece &one, const Piece &two) {
        if (one.score != two.score) return one.score > two.score;
        if (one.tokens.start != two.tokens.start) return one.tokens.start < two.tokens.start;
        return one.tokens.end < two.tokens.end;
    });
    if (pieces.count > MOST_OF_TWO) pieces.count = MOST_OF_TWO;
}

// The contents of a case and their scores; the first is that there is none.
inline List<ScoredContent> content_candidates(Case &at, Arena &arena) {
    at.find_landmarks();
    Shape shape = Shape::of(at);
    List<Piece> left = pieces_on(at, arena, 'L'), right = pieces_on(at, arena, 'R');
    List<ScoredContent> found = List<ScoredContent>::in(arena);
    const Range none = {0, 0};
    found.add(ScoredContent{none, none, false, false, shape.score_nothing()});
    if (left.count) {
        int32_t alone = shape.score_left_only();
        for (const Piece &piece : left) {
            found.add(ScoredContent{piece.tokens, none, true, false, piece.score + alone});
        }
    }
    if (right.count) {
        int32_t alone = shape.score_right_only();
        for (const Piece &piece : right) {
            found.add(ScoredContent{none, piece.tokens, false, true, piece.score + alone});
        }
    }
    if (!left.count || !right.count) return found;
    keep_best_of_two(left);
    keep_best_of_two(right);
    for (const Piece &one : left) {
        for (const Piece &two : right) {
            int32_t score = one.score + two.score + shape.score_both(one.tokens, two.tokens);
            found.add(ScoredContent{one.tokens, two.tokens, true, true, score});
        }
    }
    return found;
}

}  // namespace newsquote
