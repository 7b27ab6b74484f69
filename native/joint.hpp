// Content, source and cue chosen together: joint.py, rivals.py, relations.py, no_attribution.py,
// decisions.py.
#pragma once

#include "choices.hpp"

namespace newsquote {

// The cues of a paragraph that are near one another: a stretch of a list.
struct Neighbours {
    const Choices *items;
    size_t count;
};

// ---------------------------------------------------------------- no attribution

struct Pressure {
    int32_t same, nested, outer, clash, source_clash, near;
    double strongest;
};

inline void raise(int32_t &most, int32_t number) {
    if (number > most) most = number;
}

inline bool holds(const Range *pieces, int32_t count, Range inner) {
    for (int32_t n = 0; n < count; ++n) {
        if (is_inside(inner, pieces[n])) return true;
    }
    return false;
}

inline bool share_a_piece(const Choices &one, const Choices &two) {
    for (int32_t n = 0; n < one.best_count; ++n) {
        for (int32_t k = 0; k < two.best_count; ++k) {
            if (are_mostly_same(one.best[n], two.best[k])) return true;
        }
    }
    return false;
}

inline Pressure pressure_on(const Choices &one, Neighbours others) {
    Pressure found = {0, 0, 0, 0, 0, 0, -9.0};
    Range cue = one.at.cue;
    for (size_t n = 0; n < others.count; ++n) {
        const Choices &other = others.items[n];
        if (&other == &one) continue;
        int32_t stronger = other.odds > one.odds ? 2 : 1;
        if (overlap(other.at.cue, cue)) {
            raise(found.clash, stronger);
            continue;
        }
        int32_t weight = other.odds > 0 ? 2 : other.odds > -1.5 ? 1 : 0;
        if (!weight) continue;
        const LikelySource &source = other.sources[0];
        if (source.is_one && overlap(source.tokens, cue)) raise(found.source_clash, weight);
        if (holds(other.best, other.best_count, cue)) raise(found.nested, weight);
        if (holds(one.best, one.best_count, other.at.cue)) raise(found.outer, weight);
        if (share_a_piece(one, other)) {
            raise(found.same, stronger);
            int32_t distance = other.at.head - one.at.head;
            if (distance < 6 && distance > -6) found.near = stronger;
        }
        if (other.odds > found.strongest) found.strongest = other.odds;
    }
    return found;
}

inline int32_t level_of(double odds) {
    if (-3 < odds && odds < 3) return (int32_t)(odds * 2);
    return odds > 0 ? 7 : -7;
}

inline int32_t size_of_best(const Choices &one) {
    int32_t tokens = 0;
    for (int32_t n = 0; n < one.best_count; ++n) tokens += one.best[n].size();
    if (tokens <= 4) return tokens;
    return tokens < 12 ? 5 : 6;
}

inline int32_t score_no_attribution(const Choices &one, Neighbours others, const int32_t *heard) {
    const Case &at = one.at;
    const Reading &reading = *at.reading;
    const Weights &weights = reading.model->steps[JOINT];
    Pressure on = pressure_on(one, others);
    Text word = at.verb->word, klass = at.verb->klass;
    double doubt = -one.contents[0].log_chance;
    int32_t content_doubt = (doubt >= 0.2) + (doubt >= 0.6) + (doubt >= 1.2);
    const LikelySource &source = one.sources[0];
    double of_source = -source.log_chance;
    Letters source_doubt = Letters::of(source.is_one ? 's' : '0',
                                       (char)('0' + (of_source >= 0.2) + (of_source >= 0.7)));
    int32_t level = level_of(one.odds);
    int32_t strongest = most_of(-4, least_of(4, (int32_t)on.strongest));
    bool is_marked = false;
    for (int32_t n = 0; n < one.best_count; ++n) {
        is_marked = is_marked || reading.inside(one.best[n].start) ||
                    reading.inside(one.best[n].end - 1);
    }
    Letters shape = Letters::of("");
    if (one.contents[0].has_left) shape << 'L';
    if (one.contents[0].has_right) shape << 'R';
    shape << digit(is_marked);
    Text before = at.near(at.cue.start - 1).klass, rule = at.rule();
    Sum sum(weights);
    sum.key() << "k0";
    sum.key() << "kA" << on.same;
    sum.key() << "kB" << on.nested;
    sum.key() << "kC" << on.outer;
    sum.key() << "kD" << on.clash;
    sum.key() << "kE" << on.source_clash;
    sum.key() << "kF" << on.near;
    sum.key() << "kK" << on.same << on.nested << on.near;
    sum.key() << "kR" << on.nested << as_digit(reading.inside(at.head));
    sum.key() << "kG" << content_doubt;
    sum.key() << "kH" << source_doubt;
    sum.key() << "kJ=" << level;
    sum.key() << "kL" << content_doubt << source_doubt;
    sum.key() << "kT=" << strongest;
    sum.key() << "kI=" << klass;
    sum.key() << "kM=" << word;
    sum.key() << "kN" << shape;
    sum.key() << "kP" << size_of_best(one) << as_digit(is_marked);
    sum.key() << "kQ=" << klass << '|' << shape;
    sum.key() << "kO=" << klass << '|' << source_doubt;
    sum.key() << "kS=" << before << '|' << source_doubt;
    sum.key() << "kU=" << rule;
    sum.key() << "kV=" << rule << '|' << level;
    sum.key() << "kW=" << rule << '|' << on.nested << on.near;
    sum.key() << "kX=" << at.side() << '|' << klass;
    sum.key() << "kY" << times_elsewhere(one, source, heard);
    return sum.total();
}

// ---------------------------------------------------------------- rivals

inline bool is_rival(const Choices &one, const Choices &other) {
    return &other != &one && other.odds > -1 && other.content_count > 0 &&
           !overlap(other.at.cue, one.at.cue);
}

struct Rivalry {
    int32_t full, ends_with, part, none;      // of rivals whose cues are in the piece
    int32_t cut, same, between, crossing;     // of those whose cues are outside
};

inline void count_held(Rivalry &found, const Choices &rival, Range piece, int32_t weight) {
    int32_t held = 0;
    bool overlaps = false;
    for (int32_t n = 0; n < rival.best_count; ++n) {
        held += is_inside(rival.best[n], piece);
        overlaps = overlaps || overlap(rival.best[n], piece);
    }
    if (held == rival.best_count) {
        raise(found.full, weight);
        if (rival.best[rival.best_count - 1].end == piece.end) found.ends_with = weight;
    } else if (held || overlaps) {
        raise(found.part, weight);
    } else {
        raise(found.none, weight);
    }
}

inline void count_contested(Rivalry &found, const Choices &rival, Range piece, Range cue,
                            char side, int32_t weight) {
    Range their_cue = rival.at.cue;
    int32_t gap_start = side == 'L' ? piece.end : cue.end;
    int32_t gap_end = side == 'L' ? cue.start : piece.start;
    int32_t distance = abs(cue.start - piece.start);
    const LikelySource &source = rival.sources[0];
    if (source.is_one && overlap(source.tokens, piece)) {
        raise(found.cut, weight + (is_inside(source.tokens, piece) ? 0 : 2));
    }
    for (int32_t n = 0; n < rival.best_count; ++n) {
        Range theirs = rival.best[n];
        if (are_mostly_same(theirs, piece)) {
            bool is_nearer = abs(their_cue.start - piece.start) < distance;
            raise(found.same, weight + (is_nearer ? 2 : 0));
        } else if (overlap(theirs, piece) && !is_inside(piece, theirs)) {
            raise(found.crossing, weight + (is_inside(theirs, piece) ? 2 : 0));
        }
    }
    if (gap_start <= their_cue.start && their_cue.end <= gap_end) raise(found.between, weight);
}

inline int32_t score_rivals(const Choices &one, Range piece, char side, Neighbours others) {
    const Reading &reading = *one.at.reading;
    const Weights &weights = reading.model->steps[JOINT];
    Rivalry found = {0, 0, 0, 0, 0, 0, 0, 0};
    for (size_t n = 0; n < others.count; ++n) {
        const Choices &rival = others.items[n];
        if (!is_rival(one, rival)) continue;
        int32_t weight = rival.odds > 1 ? 2 : 1;
        if (is_inside(rival.at.cue, piece)) {
            count_held(found, rival, piece, weight);
        } else {
            count_contested(found, rival, piece, one.at.cue, side, weight);
        }
    }
    int32_t first = as_digit(reading.inside(piece.start));
    int32_t last = as_digit(reading.inside(piece.end - 1));
    Sum sum(weights);
    sum.key() << "lA" << side << found.full << found.ends_with;
    sum.key() << "lB" << side << found.part;
    sum.key() << "lC" << side << found.none;
    sum.key() << "lD" << side << found.cut;
    sum.key() << "lE" << side << found.same;
    sum.key() << "lF" << side << found.between << first << last;
    sum.key() << "lG" << side << found.crossing;
    sum.key() << "lH" << side << found.full << found.part << found.none << found.same;
    sum.key() << "lI" << side << as_digit(found.same > 2) << found.between << first << last;
    return sum.total();
}

// ---------------------------------------------------------------- relations

struct Part {
    Range tokens;
    char letter;
};

inline bool is_part_before(const Part &one, const Part &two) {
    if (one.tokens.start != two.tokens.start) return one.tokens.start < two.tokens.start;
    if (one.tokens.end != two.tokens.end) return one.tokens.end < two.tokens.end;
    return one.letter < two.letter;
}

// In which order cue, source and pieces are, with and without what is between them.
inline int32_t score_pattern(const Case &at, const LikelyContent &content,
                             const LikelySource &source) {
    const Weights &weights = at.reading->model->steps[JOINT];
    Part parts[4];
    size_t count = 0;
    parts[count++] = Part{at.cue, 'C'};
    if (content.has_left) parts[count++] = Part{content.left, 'P'};
    if (content.has_right) parts[count++] = Part{content.right, 'P'};
    if (source.is_one) parts[count++] = Part{source.tokens, 'S'};
    sort(parts, count, is_part_before);
    Key spelled = Key() << "jC=", order = Key() << "jD=";
    int32_t reached = parts[0].tokens.start;
    for (size_t n = 0; n < count; ++n) {
        int32_t start = parts[n].tokens.start;
        if (start < reached) {
            spelled << '~';
        } else if (start > reached + 2) {
            spelled << '>' << least_of((start - reached) / TOKENS_A_STEP, 4);
        } else {
            for (int32_t t = reached; t < start; ++t) {
                if (t > reached) spelled << '_';
                spelled << at.klass(t);
            }
        }
        spelled << parts[n].letter;
        order << parts[n].letter;
        reached = parts[n].tokens.end;
    }
    return weights[spelled] + weights[order];
}

inline char agreement_with(bool is_hinted, Range hinted, bool is_one, Range found) {
    if (!is_one) return is_hinted ? 'n' : '.';
    return agreement(is_hinted, hinted, found.start, found.end);
}

inline int32_t score_agreement(const Case &at, const LikelyContent &content,
                               const LikelySource &source) {
    const Weights &weights = at.reading->model->steps[JOINT];
    const Hint *hint = at.hint;
    Letters what = Letters::of("");
    char who = '-';
    if (hint == nullptr) {
        what << '-';
    } else {
        what << agreement_with(hint->has_left, hint->left, content.has_left, content.left)
             << agreement_with(hint->has_right, hint->right, content.has_right, content.right);
        who = agreement_with(hint->has_source, hint->source, source.is_one, source.tokens);
    }
    Sum sum(weights);
    sum.key() << "jR" << what;
    sum.key() << "jS" << who;
    sum.key() << "jT" << what << who;
    sum.key() << "jU" << what << '=' << at.rule();
    sum.key() << "jV" << who << '=' << at.side();
    return sum.total();
}

inline int32_t score_sides(const Case &at, const LikelyContent &content, const Letters &sides,
                           char side, const Letters &clashes) {
    const Reading &reading = *at.reading;
    const Weights &weights = reading.model->steps[JOINT];
    Key edges = Key() << "jI" << sides << side << '=';
    if (content.has_left) {
        edges << as_digit(reading.inside(content.left.start))
              << as_digit(reading.inside(content.left.end - 1));
    }
    if (content.has_right) {
        edges << as_digit(reading.inside(content.right.start))
              << as_digit(reading.inside(content.right.end - 1));
    }
    return weights[Key() << "jA" << sides << side << clashes] +
           weights[Key() << "jB" << sides << side << '=' << at.verb->klass] + weights[edges];
}

inline int32_t score_relations(const Case &at, const LikelyContent &content,
                               const LikelySource &source) {
    const Reading &reading = *at.reading;
    const Weights &weights = reading.model->steps[JOINT];
    Letters sides = content.has_left && content.has_right ? Letters::of("LR")
                 : content.has_left                    ? Letters::of("L")
                                                       : Letters::of("R");
    int32_t score = score_pattern(at, content, source) + score_agreement(at, content, source);
    if (!source.is_one) return score + score_sides(at, content, sides, '0', Letters::of("00"));
    Range tokens = source.tokens;
    char side = tokens.start < at.cue.start ? 'l' : 'r';
    Letters clashes = Letters::of(digit(content.has_left && overlap(tokens, content.left)),
                                  digit(content.has_right && overlap(tokens, content.right)));
    int32_t mark = reading.mark_around(tokens.start);
    int32_t beside = as_digit(mark == reading.mark_around(at.head));
    const Range pieces[2] = {content.left, content.right};
    const bool has_piece[2] = {content.has_left, content.has_right};
    int32_t in_piece = 0, between = 0;
    for (int n = 0; n < 2; ++n) {
        if (!has_piece[n]) continue;
        Range piece = pieces[n];
        if (mark >= 0 && mark == reading.mark_around(piece.start)) in_piece = 1;
        bool is_behind_source = tokens.end <= piece.start && piece.end <= at.cue.start;
        if (is_behind_source || (at.cue.end <= piece.start && piece.end <= tokens.start)) {
            ++between;
        }
    }
    Key kinds = Key() << "jF" << side << sides << '=';
    for (int32_t t = tokens.start; t < tokens.end && t < tokens.start + 3; ++t) {
        kinds << reading.types[t]->kind;
    }
    Sum sum(weights);
    sum.key() << "jE" << beside << in_piece << side;
    sum.key() << "jH" << side << between;
    sum.add(kinds);
    sum.key() << "jG" << side << sides << '=' << at.klass(tokens.start);
    return score + sum.total() + score_sides(at, content, sides, side, clashes);
}

// ---------------------------------------------------------------- the choice

static const int32_t MOST_CANDIDATES = 1 + MOST_CONTENTS * MOST_SOURCES_KEPT;

struct Candidates {
    double chances[MOST_CANDIDATES];
    int32_t count;

    int32_t number(const Choices &one, int32_t content, int32_t source) const {
        return 1 + content * one.source_count + source;
    }
};

inline void become_chances(Candidates &found) {
    double top = found.chances[0], total = 0.0;
    for (int32_t n = 1; n < found.count; ++n) {
        if (found.chances[n] > top) top = found.chances[n];
    }
    for (int32_t n = 0; n < found.count; ++n) {
        found.chances[n] = exp(found.chances[n] - top);
        total += found.chances[n];
    }
    for (int32_t n = 0; n < found.count; ++n) found.chances[n] /= total;
}

inline double most_of(double one, double two) { return two > one ? two : one; }

// The chances of all candidates of a cue; the first is that it attributes nothing.
inline Candidates weigh_candidates(const Choices &one, Neighbours others, const int32_t *heard) {
    const Weights &weights = one.at.reading->model->steps[JOINT];
    Candidates found;
    double numbers = 0.0;
    numbers += weights[Key() << "ko"] * -one.odds;
    numbers += weights[Key() << "kp"] * most_of(0.0, -one.odds);
    numbers += weights[Key() << "kq"] * -most_of(0.0, one.odds - 3);
    found.chances[0] = (score_no_attribution(one, others, heard) + numbers) / SCALE;
    found.count = 1;
    int32_t of_content = weights[Key() << "lc"], of_source = weights[Key() << "ls"];
    int32_t again[MOST_SOURCES_KEPT];
    for (int32_t n = 0; n < one.source_count; ++n) {
        again[n] = weights[Key() << "jW" << times_elsewhere(one, one.sources[n], heard)];
    }
    for (int32_t n = 0; n < one.content_count; ++n) {
        const LikelyContent &content = one.contents[n];
        int32_t contested = 0;
        if (content.has_left) contested += score_rivals(one, content.left, 'L', others);
        if (content.has_right) contested += score_rivals(one, content.right, 'R', others);
        for (int32_t k = 0; k < one.source_count; ++k) {
            const LikelySource &source = one.sources[k];
            int32_t score = score_relations(one.at, content, source) + again[k] + contested;
            numbers = 0.0;
            numbers += of_content * content.log_chance;
            numbers += of_source * source.log_chance;
            found.chances[found.count++] = (score + numbers) / SCALE;
        }
    }
    become_chances(found);
    return found;
}

// Whether two contents share half of their tokens.
inline bool are_alike(const LikelyContent &one, const LikelyContent &two) {
    const Range ones[2] = {one.left, one.right}, twos[2] = {two.left, two.right};
    const bool has_one[2] = {one.has_left, one.has_right};
    const bool has_two[2] = {two.has_left, two.has_right};
    int32_t shared = 0, total = 0;
    for (int n = 0; n < 2; ++n) {
        if (has_one[n]) total += ones[n].size();
        if (has_two[n]) total += twos[n].size();
        for (int k = 0; k < 2; ++k) {
            if (!has_one[n] || !has_two[k]) continue;
            int32_t both = least_of(ones[n].end, twos[k].end) -
                           newsquote::most_of(ones[n].start, twos[k].start);
            if (both > 0) shared += both;
        }
    }
    return total > 0 && shared >= 0.5 * (total - shared);
}

// The choice that is likeliest to be right or nearly so, and its chance.
inline Picked safest_choice(const Choices &one, const Candidates &from) {
    double contents[MOST_CONTENTS], sources[MOST_SOURCES_KEPT] = {0.0}, all = 0.0;
    for (int32_t n = 0; n < one.content_count; ++n) {
        contents[n] = 0.0;
        for (int32_t k = 0; k < one.source_count; ++k) {
            double chance = from.chances[from.number(one, n, k)];
            contents[n] += chance;
            sources[k] += chance;
            all += chance;
        }
    }
    int32_t source = 0;
    for (int32_t k = 1; k < one.source_count; ++k) {
        if (sources[k] > sources[source]) source = k;
    }
    int32_t best = -1;
    double most = -1.0, best_near = 0.0;
    for (int32_t n = 0; n < one.content_count; ++n) {
        double near = 0.0;
        for (int32_t k = 0; k < one.content_count; ++k) {
            if (k == n || are_alike(one.contents[n], one.contents[k])) near += contents[k];
        }
        if (near + 2 * contents[n] > most) {
            most = near + 2 * contents[n];
            best = n;
            best_near = near;
        }
    }
    const Range none = {-1, -1};
    Picked found = {0.0, one.at.head, 0, one.at.cue, none, none, none};
    double source_chance = sources[source] / (all != 0.0 ? all : 1.0);
    found.chance = best_near * (0.5 + 0.5 * source_chance);
    if (best >= 0 && one.contents[best].has_left) found.left = one.contents[best].left;
    if (best >= 0 && one.contents[best].has_right) found.right = one.contents[best].right;
    if (one.sources[source].is_one) found.source = one.sources[source].tokens;
    return found;
}

static const double LEAST_CHANCE = 0.2;

inline bool are_in_one_paragraph(const Choices &one, const Choices &two) {
    return one.at.paragraph == two.at.paragraph;
}

// The safest choice of each cue, where it has any chance.
inline void pick(Reading &reading, const List<Choices> &all) {
    const int32_t *heard = count_voices(reading, all);
    size_t first = 0, behind = 0;  // of the cues in the paragraph
    for (size_t n = 0; n < all.count; ++n) {
        if (n == behind) {
            first = n;
            while (behind < all.count && are_in_one_paragraph(all[first], all[behind])) ++behind;
        }
        size_t from = n - first > (size_t)MOST_NEIGHBOURS ? n - MOST_NEIGHBOURS : first;
        size_t to = behind - n > (size_t)MOST_NEIGHBOURS + 1 ? n + MOST_NEIGHBOURS + 1 : behind;
        Neighbours others = {all.items + from, to - from};
        Candidates found = weigh_candidates(all[n], others, heard);
        if (1 - found.chances[0] < LEAST_CHANCE) continue;
        Picked picked = safest_choice(all[n], found);
        if (picked.chance >= LEAST_CHANCE) reading.picked.add(picked);
    }
}

}  // namespace newsquote
