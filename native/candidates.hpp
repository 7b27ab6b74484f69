// Which candidates are looked at: candidates.py. And the words of a cue: cue_words.py.
#pragma once

#include "cases.hpp"

namespace newsquote {

static const int64_t HINTED_PRIOR = 1000000000;
static const size_t MOST_PAIRS = 60;
static const size_t MOST_EDGES = 32;

// A first and a last token, their score at first sight, and what their edges score.
struct EdgePair {
    int64_t prior;
    int32_t i, j;
    int64_t edges;
};

struct ScoredToken {
    int32_t token;
    int32_t score;
};

inline bool comes_before(const EdgePair &one, const EdgePair &two) {
    if (one.prior != two.prior) return one.prior > two.prior;
    if (one.i != two.i) return one.i > two.i;
    return one.j > two.j;
}

// A set of tokens, in the arena of the case.
struct Tokens {
    List<int32_t> list;

    static Tokens in(Arena &arena) { return Tokens{List<int32_t>::in(arena)}; }
    void add(int32_t token) { list.add(token); }
    // Of some tokens in order those from lo to hi (exclusive).
    void add_within(const List<int32_t> &tokens, int32_t lo, int32_t hi) {
        for (size_t at = lower_bound(tokens.items, tokens.count, lo); at < tokens.count; ++at) {
            if (tokens[at] >= hi) break;
            list.add(tokens[at]);
        }
    }
    void add_if_within(int32_t token, int32_t lo, int32_t hi) {
        if (lo <= token && token < hi) list.add(token);
    }
    void in_order() {
        sort(list.items, list.count, [](int32_t one, int32_t two) { return one < two; });
        size_t kept = 0;
        for (size_t at = 0; at < list.count; ++at) {
            if (kept == 0 || list[kept - 1] != list[at]) list[kept++] = list[at];
        }
        list.count = kept;
    }
    // At most so many, those with the best scores, in order and each once.
    void keep_strongest(const int32_t *scores) {
        in_order();
        if (list.count <= MOST_EDGES) return;
        sort(list.items, list.count, [scores](int32_t one, int32_t two) {
            return scores[one] != scores[two] ? scores[one] > scores[two] : one < two;
        });
        list.count = MOST_EDGES;
        in_order();
    }
};

// The pairs, before all of them the one that the rules propose.
inline void put_hinted_first(List<EdgePair> &pairs, int32_t i, int32_t j) {
    List<EdgePair> found = List<EdgePair>::in(*pairs.arena);
    found.add(EdgePair{HINTED_PRIOR, i, j, 0});
    for (const EdgePair &pair : pairs) {
        if (pair.i != i || pair.j != j) found.add(pair);
    }
    pairs = found;
}

// The best at first sight, where there are more or fewer than can be chosen by their edges.
inline void keep_likeliest(List<EdgePair> &pairs, size_t most) {
    if (most < pairs.count && pairs.count <= MOST_PAIRS) return;
    sort(pairs.items, pairs.count, comes_before);
    if (pairs.count > MOST_PAIRS) pairs.count = MOST_PAIRS;
}

// The pairs whose edges together have the best scores, and one that the rules propose.
inline void keep_best(List<EdgePair> &pairs, size_t most) {
    if (pairs.count <= most) return;
    size_t hinted = pairs[0].prior >= HINTED_PRIOR ? 1 : 0;
    sort(pairs.items + hinted, pairs.count - hinted, [](const EdgePair &one, const EdgePair &two) {
        return one.edges != two.edges ? one.edges > two.edges : comes_before(one, two);
    });
    pairs.count = most;
}

// Adds to each pair what its first and its last token score, each token scored once.
template <class ScoreStart, class ScoreEnd>
void score_edges(List<EdgePair> &pairs, ScoreStart score_start, ScoreEnd score_end) {
    List<ScoredToken> starts = List<ScoredToken>::in(*pairs.arena);
    List<ScoredToken> ends = List<ScoredToken>::in(*pairs.arena);
    for (EdgePair &pair : pairs) {
        size_t start = 0, end = 0;
        while (start < starts.count && starts[start].token != pair.i) ++start;
        if (start == starts.count) starts.add(ScoredToken{pair.i, score_start(pair.i)});
        while (end < ends.count && ends[end].token != pair.j) ++end;
        if (end == ends.count) ends.add(ScoredToken{pair.j, score_end(pair.j)});
        pair.edges = (int64_t)starts[start].score + ends[end].score;
    }
}

inline int32_t is_larger_before(const int32_t *scores, int32_t i, int32_t j) {
    for (int32_t t = i; t < j; ++t) {
        if (scores[t] > scores[j]) return 1;
    }
    return 0;
}

inline int32_t is_larger_behind(const int32_t *scores, int32_t i, int32_t j) {
    for (int32_t t = i + 1; t <= j; ++t) {
        if (scores[t] > scores[i]) return 1;
    }
    return 0;
}

// ---------------------------------------------------------------- the words of a cue

static const int32_t MOST_BEFORE = 6, MOST_BEHIND = 7;

inline int32_t score_cue_start(const Case &at, int32_t t, int32_t n) {
    const Weights &weights = at.reading->model->steps[LEFT];
    const Type &here = at.near(t), &before = at.near(t - 1);
    int32_t few = up_to(2, n);
    Text verb = at.verb->klass;
    char agrees = at.hint ? agreement(true, at.hint->cue, t, at.head + 1) : '-';
    Sum sum(weights);
    sum.key() << "lw=" << here.word << '|' << few;
    sum.key() << "lc=" << here.klass << '|' << few;
    sum.key() << "lpc=" << before.klass << '|' << here.klass;
    sum.key() << "lb=" << before.word;
    sum.key() << "lp=" << before.klass;
    sum.key() << "ln=" << n;
    sum.key() << "lr=" << agrees;
    sum.key() << "lhp=" << verb << '|' << before.klass << '|' << n;
    int32_t score = sum.total();
    Key between = Key() << "lq=";
    at.spell_between(between, t, at.head);
    return score + weights[between];
}

inline int32_t score_cue_end(const Case &at, int32_t t, int32_t n) {
    const Weights &weights = at.reading->model->steps[RIGHT];
    const Type &here = at.near(t), &behind = at.near(t + 1);
    int32_t few = up_to(3, n), fewer = up_to(2, n);
    const Type &verb = *at.verb;
    char agrees = at.hint ? agreement(true, at.hint->cue, at.head, t + 1) : '-';
    Sum sum(weights);
    sum.key() << "rw=" << here.word << '|' << few;
    sum.key() << "rc=" << here.klass << '|' << fewer;
    sum.key() << "rpc=" << here.klass << '|' << behind.klass;
    sum.key() << "rb=" << behind.word;
    sum.key() << "rp=" << behind.klass;
    sum.key() << "rn=" << n;
    sum.key() << "rr=" << agrees;
    sum.key() << "rhp=" << verb.klass << '|' << behind.klass << '|' << few;
    int32_t score = sum.total();
    Key head = Key() << (n ? Letters::of("rhb=") : Letters::of("rhb0="));
    head << verb.word << '|' << behind.word;
    if (n) head << '|' << fewer;
    Key between = Key() << "rq=";
    at.spell_between(between, at.head + 1, t + 1);
    return score + weights[head] + weights[between];
}

// Settles where the cue begins and ends: the first of the best scores.
inline void choose_cue(Case &at) {
    const Reading &reading = *at.reading;
    bool is_marked = reading.inside(at.head);
    int32_t first = most_of(at.sentence.start, at.head - MOST_BEFORE);
    int32_t best = 0;
    for (int32_t t = at.head, n = 0; t >= first; --t, ++n) {
        if (n && (!reading.is_word(t) || reading.inside(t) != is_marked)) break;
        int32_t score = score_cue_start(at, t, n);
        if (n == 0 || score > best) {
            best = score;
            at.cue.start = t;
        }
    }
    int32_t behind_last = least_of(at.sentence.end, at.head + MOST_BEHIND + 1);
    for (int32_t t = at.head, n = 0; t < behind_last; ++t, ++n) {
        if (n && (!reading.is_word(t) || reading.inside(t) != is_marked)) break;
        int32_t score = score_cue_end(at, t, n);
        if (n == 0 || score > best) {
            best = score;
            at.cue.end = t + 1;
        }
    }
}

}  // namespace newsquote
