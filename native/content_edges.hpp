// The scores of a content's first and last token, and of a piece as a whole: content_starts.py,
// content_ends.py, content_pieces.py.
#pragma once

#include "candidates.hpp"

namespace newsquote {

inline int32_t as_digit(bool is_so) { return is_so ? 1 : 0; }
inline char digit(bool is_so) { return is_so ? '1' : '0'; }

// What is asked of the pieces on one side of a cue.
struct PieceScorer {
    const Case &at;
    const Reading &reading;
    const Weights &weights;
    char side;

    static PieceScorer on(const Case &at, char side) {
        return PieceScorer{at, *at.reading, at.reading->model->steps[CONTENT], side};
    }

    bool left() const { return side == 'L'; }
    bool in_source(int32_t t) const {
        return at.has_source && at.source.start <= t && t < at.source.end;
    }

    // The side, and what a token is beside.
    Letters tag_of(int32_t t, int32_t beside_cue, int32_t beside_source) const {
        if (t == beside_cue) return left() ? Letters::of("Lc") : Letters::of("Rc");
        if (t == beside_source) return left() ? Letters::of("Ls") : Letters::of("Rs");
        if (in_source(t)) return left() ? Letters::of("Lin") : Letters::of("Rin");
        return left() ? Letters::of("L-") : Letters::of("R-");
    }

    int32_t score_start(int32_t i) const {
        const Type &here = at.near(i);
        Text before = at.near(i - 1).klass, behind = at.near(i + 1).klass;
        Text frames = at.verb->frames;
        Letters tag = tag_of(i, at.behind_cue, at.behind_source);
        bool is_outside = i < at.sentence.start || i >= at.sentence.end;
        char place = is_outside ? 'x' : i <= at.first ? 'f' : '-';
        char mark = !reading.inside(i) ? '0' : at.near(i - 1).is(QUOTE) ? 'q' : '1';
        int32_t gap = length_bucket(left() ? at.cue.start - i : i - at.cue.end);
        int32_t heads =
            up_to_either(3, reading.likely_heads[i] - reading.likely_heads[at.head]);
        int32_t commas = up_to_either(3, reading.commas[i] - reading.commas[at.head]);
        int32_t head_inside = as_digit(reading.inside(at.head));
        Key last = Key();
        if (left()) {
            last << "KL" << place << mark << '=' << here.klass;
        } else {
            last << "KR=";
            at.spell_between(last, at.cue.end, i, 3);
        }
        int32_t score = score_bucket(reading.scores[CONTENT_START][i]);
        Sum sum(weights);
        sum.key() << '1' << side << score;
        sum.key() << 'S' << side << '=' << here.klass << '|' << behind;
        sum.key() << 'B' << tag << '=' << here.word;
        sum.key() << 'C' << tag << '=' << here.klass;
        sum.key() << 'I' << side << '=' << frames << '|' << here.word;
        sum.key() << 'M' << tag << mark << '=' << before;
        sum.key() << 'Q' << tag << '=' << frames << '|' << mark;
        sum.key() << 'A' << tag << mark << place;
        sum.key() << 'J' << side << gap << mark;
        sum.key() << 'U' << side << heads << commas << place;
        sum.key() << 'V' << side << head_inside << mark;
        sum.add(last);
        return sum.total();
    }

    int32_t score_end(int32_t j) const {
        const Type &behind = at.near(j + 1), &second = at.near(j + 2);
        Text here = at.near(j).klass, klass = behind.klass, third = at.near(j + 3).klass;
        const Type &verb = *at.verb;
        Letters tag = tag_of(j, at.before_cue, at.before_source);
        bool is_outside = j < at.sentence.start || j >= at.sentence.end;
        char place = is_outside ? 'x' : j >= at.last ? 'e' : '-';
        char mark = '0';
        if (reading.inside(j)) {
            mark = reading.next_mark[j] != reading.mark_around(j) ? 'q' : '1';
        }
        int32_t k = j + 1, rest = most_of(k, at.sentence.end);
        int32_t gap = length_bucket(left() ? at.cue.start - j : j - at.cue.end);
        int32_t head_inside = as_digit(reading.inside(at.head));
        const int32_t *likely = reading.likely_heads, *all_commas = reading.commas;
        int32_t heads = up_to_either(3, likely[j] - likely[at.head]);
        int32_t commas = up_to_either(3, all_commas[j] - all_commas[at.head]);
        int32_t heads_behind = up_to_either(2, likely[rest] - likely[k]);
        int32_t commas_behind = up_to_either(2, all_commas[rest] - all_commas[k]);
        Key comma = Key() << 'p' << side;
        if (behind.is(COMMA) && second.word.size) comma << '=' << second.word << '|' << third;
        Key last = Key();
        if (left()) {
            last << "kL=";
            at.spell_between(last, k, at.cue.start);
        } else {
            last << "kR" << place << length_bucket(j < at.last ? at.last - j : 0) << mark;
        }
        int32_t score = score_bucket(reading.scores[CONTENT_END][j]);
        Sum sum(weights);
        sum.key() << '3' << side << score;
        sum.key() << 'c' << side << '=' << here << '|' << klass;
        sum.key() << 'e' << side << '=' << behind.word;
        sum.add(comma);
        sum.key() << 'd' << side << '=' << klass << '|' << second.klass;
        sum.key() << 't' << side << '=' << klass << '|' << second.klass << '|' << third;
        sum.key() << 'h' << side << '=' << verb.klass << '|' << klass;
        sum.key() << 'l' << tag << mark << '=' << klass;
        sum.key() << 'm' << side << '=' << verb.frames << '|' << klass;
        sum.key() << 'a' << tag << mark << place;
        sum.key() << 'j' << side << gap << mark;
        sum.key() << 's' << side << head_inside << mark;
        sum.key() << 'n' << tag << '=' << verb.word << '|' << place;
        sum.key() << 'o' << tag << place << '=' << verb.frames;
        sum.key() << 'q' << side << heads << commas << place;
        sum.key() << 'r' << side << heads_behind << commas_behind << place << klass;
        sum.add(last);
        return sum.total();
    }

    // Whether tokens inside the same marks are all that these hold.
    bool is_whole(int32_t i, int32_t j) const {
        if (!reading.inside(i) || reading.next_mark[j] == reading.mark_around(j)) return false;
        return at.near(i - 1).is(QUOTE);
    }

    int32_t score_both(int32_t i, int32_t j) const {
        int32_t k = j + 1, length = k - i, size = length_bucket(length);
        const Type &here = at.near(i);
        const Type &verb = *at.verb;
        Text behind = at.near(k).klass;
        int32_t last = as_digit(j >= at.last);
        int32_t touches = as_digit(left() ? at.before_cue == j : at.behind_cue == i);
        int32_t overlaps = as_digit(at.has_source && i < at.source.end && at.source.start <= j);
        bool is_same = reading.mark_around(i) == reading.mark_around(j);
        int32_t whole = as_digit(is_same && is_whole(i, j));
        int32_t verbs = up_to_either(2, reading.verbs[k] - reading.verbs[i]);
        int32_t commas = up_to_either(3, reading.commas[j] - reading.commas[i]);
        int32_t stops = up_to_either(3, reading.likely_ends[j] - reading.likely_ends[i]);
        int32_t heads = up_to_either(3, reading.likely_heads[k] - reading.likely_heads[i]);
        int32_t sentences = up_to_either(3, reading.sentence_of[j] - reading.sentence_of[i]);
        int32_t marks = up_to_either(2, reading.quotes[k] - reading.quotes[i]);
        int32_t brackets = as_digit(reading.brackets[k] != reading.brackets[i]);
        int32_t better_end = is_larger_before(reading.scores[CONTENT_END], i, j);
        int32_t better_start = is_larger_behind(reading.scores[CONTENT_START], i, j);
        Letters in_marks = Letters::of("");
        in_marks << digit(reading.inside(i)) << digit(reading.inside(j)) << digit(is_same);
        const Hint *hint = at.hint;
        char agrees = '-';
        if (hint != nullptr && left()) agrees = agreement(hint->has_left, hint->left, i, k);
        if (hint != nullptr && !left()) agrees = agreement(hint->has_right, hint->right, i, k);
        Sum sum(weights);
        sum.key() << "vK" << side << '=' << here.klass << '|' << behind;
        sum.key() << "vA" << side << size;
        sum.key() << "vD" << side << verbs << last << '=' << here.klass;
        sum.key() << "vP" << side << verbs << size;
        sum.key() << "vQ" << side << '=' << here.word << '|' << least_of(3, size / 2) << verbs
                  << last;
        sum.key() << "vN" << side << verbs << '=' << behind;
        sum.key() << "vR" << side << commas << behind << last;
        sum.key() << "vB" << side << in_marks << whole;
        sum.key() << "vE" << side << stops << commas << last;
        sum.key() << "vF" << side << heads << last;
        sum.key() << "vG" << side << better_end << better_start << last;
        sum.key() << "vH" << side << sentences << in_marks;
        sum.key() << "vI" << side << brackets;
        sum.key() << "vC" << side << overlaps;
        sum.key() << "vL" << side << touches << last << whole << marks;
        sum.key() << "vO" << side << '=' << verb.word << '|' << as_digit(length < 3) << last;
        sum.key() << "vM" << side << '=' << verb.klass << '|' << size;
        sum.key() << "vS" << side << agrees;
        sum.key() << "vT" << side << agrees << '=' << at.rule();
        sum.key() << "vU" << side << agrees << '=' << verb.klass;
        return sum.total();
    }
};

}  // namespace newsquote
