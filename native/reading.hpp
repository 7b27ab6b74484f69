// A text as numbers: what Python says of it, and what is counted of it once.
#pragma once

#include "model.hpp"

namespace newsquote {

// What Python hands over. Its arrays stay where they are until the reading is closed.
struct Input {
    int32_t tokens;
    int32_t pad;             // the type around paragraphs
    const int32_t *types;    // of each token
    const int32_t *voices;   // of each token; words that are the same in lower case share one
    const int32_t *mark_at;  // the outermost marked text around each token, -1 for none
    int32_t sentences;
    int32_t paragraphs;
    const int32_t *sentence_bounds;  // the first token, the one behind the last
    const int32_t *sentence_paragraphs;
    const int32_t *paragraph_bounds;
    const uint8_t *leads_on;  // whether a paragraph ends in a colon or a comma
    int32_t marks;
    int32_t reserved;
    const int32_t *mark_bounds;
    const uint8_t *mark_flags;  // 1 closed, 2 goes on one of the paragraph before
};

static const uint8_t CLOSED = 1, CONTINUES = 2;

struct Range {
    int32_t start, end;

    bool operator==(const Range &other) const { return start == other.start && end == other.end; }
    int32_t size() const { return end - start; }
};

// What the rules say of a cue: ranges of tokens, and which of them there are.
struct Hint {
    int32_t head;
    int32_t rule;
    Range cue, source, left, right;
    int32_t has_source, has_left, has_right;
};

// A cue's safest choice; -1 where there is no source or piece.
struct Picked {
    double chance;
    int32_t head;
    int32_t reserved;
    Range cue, left, right, source;
};

struct LikelyHead {
    int32_t head;
    int32_t score;
};

struct Reading {
    jmp_buf failed;
    Arena arena;
    Arena scratch;  // what one cue needs
    const Model *model;
    Input in;
    const Type **types;
    const Type *pad;
    int32_t *sentence_of;
    int32_t *scores[LABELS];
    List<LikelyHead> heads;

    // What all cues share: for each token how many stand before it.
    int32_t *commas, *quotes, *verbs, *breaks, *likely_heads, *likely_ends, *brackets;
    int32_t *next_mark;  // around the next word of the paragraph, -1 for none
    List<int32_t> starts, ends, outer_starts, outer_ends, source_starts, source_ends;

    List<Picked> picked;

    bool inside(int32_t token) const { return in.mark_at[token] >= 0; }
    int32_t mark_around(int32_t token) const { return in.mark_at[token]; }
    bool is_word(int32_t token) const { return types[token]->is(ALNUM); }
    bool any_inside(int32_t from, int32_t to) const {
        for (int32_t t = from; t < to; ++t) {
            if (inside(t)) return true;
        }
        return false;
    }
    Range sentence(int32_t number) const {
        return Range{in.sentence_bounds[2 * number], in.sentence_bounds[2 * number + 1]};
    }
    Range paragraph(int32_t number) const {
        return Range{in.paragraph_bounds[2 * number], in.paragraph_bounds[2 * number + 1]};
    }
    Range mark(int32_t number) const {
        return Range{in.mark_bounds[2 * number], in.mark_bounds[2 * number + 1]};
    }
};

// ---------------------------------------------------------------- checks

// Ranges that follow each other from the first token to the last.
inline bool are_in_order(const int32_t *bounds, int32_t count, int32_t tokens, int32_t least) {
    int32_t reached = 0;
    for (int32_t n = 0; n < count; ++n) {
        int32_t start = bounds[2 * n], end = bounds[2 * n + 1];
        if (start != reached || end > tokens || end < start || end - start < least) return false;
        reached = end;
    }
    return reached == tokens;
}

inline bool are_below(const int32_t *numbers, int32_t count, int32_t least, int32_t most) {
    for (int32_t n = 0; n < count; ++n) {
        if (numbers[n] < least || numbers[n] >= most) return false;
    }
    return true;
}

// Whether no number of a text points where there is nothing.
inline bool is_sound(const Model &model, const Input &in) {
    if (in.tokens < 0 || in.sentences < 0 || in.paragraphs < 0 || in.marks < 0) return false;
    if (in.tokens > INT32_MAX / 64) return false;
    int32_t types = model.types.size();
    if (in.pad < 0 || in.pad >= types) return false;
    if (!are_below(in.types, in.tokens, 0, types)) return false;
    if (!are_below(in.voices, in.tokens, 0, in.tokens)) return false;
    if (!are_below(in.mark_at, in.tokens, -1, in.marks)) return false;
    if (!are_below(in.sentence_paragraphs, in.sentences, 0, in.paragraphs)) return false;
    if (!are_in_order(in.sentence_bounds, in.sentences, in.tokens, 1)) return false;
    if (!are_in_order(in.paragraph_bounds, in.paragraphs, in.tokens, 0)) return false;
    for (int32_t n = 0; n < in.sentences; ++n) {
        const int32_t *paragraph = in.paragraph_bounds + 2 * in.sentence_paragraphs[n];
        if (in.sentence_bounds[2 * n] < paragraph[0]) return false;
        if (in.sentence_bounds[2 * n + 1] > paragraph[1]) return false;
    }
    for (int32_t n = 0; n < in.marks; ++n) {
        const int32_t *bounds = in.mark_bounds + 2 * n;
        if (bounds[0] < 0 || bounds[0] > in.tokens) return false;
        if (bounds[1] < 0 || bounds[1] > in.tokens) return false;
    }
    return true;
}

inline bool is_within(const Range &range, int32_t tokens) {
    return range.start >= 0 && range.end >= 0 && range.start <= tokens && range.end <= tokens;
}

inline bool is_sound(const Model &model, const Reading &reading, const Hint &hint) {
    int32_t tokens = reading.in.tokens;
    if (hint.rule < 0 || hint.rule >= model.rules.size()) return false;
    return is_within(hint.cue, tokens) && is_within(hint.source, tokens) &&
           is_within(hint.left, tokens) && is_within(hint.right, tokens);
}

// ---------------------------------------------------------------- what is counted once

static const int32_t SCALE = 256;
static const int32_t LEAST_EDGE = -998;       // edges less likely than one in fifty are none
static const int32_t LEAST_COUNTED = -SCALE / 2;

template <class Counts>
int32_t *running(Reading &reading, Counts counts) {
    int32_t tokens = reading.in.tokens;
    int32_t *found = reading.arena.many<int32_t>((size_t)tokens + 1);
    int32_t seen = 0;
    for (int32_t t = 0; t < tokens; ++t) {
        found[t] = seen;
        seen += counts(t);
    }
    found[tokens] = seen;
    return found;
}

inline void count_tokens(Reading &reading) {
    const Type *const *types = reading.types;
    const int32_t *heads = reading.scores[HEAD], *ends = reading.scores[CONTENT_END];
    reading.commas = running(reading, [&](int32_t t) { return (int)types[t]->is(COMMA); });
    reading.quotes = running(reading, [&](int32_t t) { return (int)types[t]->is(QUOTE); });
    reading.verbs = running(reading, [&](int32_t t) { return (int)types[t]->is(FINITE); });
    reading.breaks = running(reading, [&](int32_t t) { return (int)types[t]->is(BREAK); });
    reading.brackets = running(reading, [&](int32_t t) { return types[t]->bracket; });
    reading.likely_heads =
        running(reading, [&](int32_t t) { return (int)(heads[t] > LEAST_COUNTED); });
    reading.likely_ends =
        running(reading, [&](int32_t t) { return (int)(ends[t] > LEAST_COUNTED); });
}

static const uint8_t STARTS_MARK = 1, ENDS_MARK = 2, STARTS_SENTENCE = 4;

// For each token whether it is the first or the last word of what is between marks.
inline uint8_t *find_marks(Reading &reading) {
    int32_t tokens = reading.in.tokens;
    uint8_t *found = reading.arena.zeros<uint8_t>((size_t)tokens + 1);
    reading.next_mark = reading.arena.many<int32_t>((size_t)tokens + 1);
    for (int32_t t = 0; t < tokens; ++t) reading.next_mark[t] = -1;
    for (int32_t number = 0; number < reading.in.paragraphs; ++number) {
        Range paragraph = reading.paragraph(number);
        if (!reading.any_inside(paragraph.start, paragraph.end)) continue;
        int32_t following = -1;
        for (int32_t t = paragraph.end - 1; t >= paragraph.start; --t) {
            reading.next_mark[t] = following;
            if (!reading.is_word(t)) continue;
            int32_t mark = reading.mark_around(t);
            if (mark >= 0) {
                if (following != mark) found[t] |= ENDS_MARK;
                if (t == 0 || reading.mark_around(t - 1) != mark ||
                    reading.types[t - 1]->is(QUOTE)) {
                    found[t] |= STARTS_MARK;
                }
            }
            following = mark;
        }
    }
    return found;
}

// The tokens at which sources and contents may begin and end.
inline void find_edges(Reading &reading) {
    uint8_t *edges = find_marks(reading);
    for (int32_t number = 0; number < reading.in.sentences; ++number) {
        edges[reading.sentence(number).start] |= STARTS_SENTENCE;
    }
    List<int32_t> *const lists[] = {&reading.starts,     &reading.ends,
                                    &reading.outer_starts, &reading.outer_ends,
                                    &reading.source_starts, &reading.source_ends};
    for (List<int32_t> *list : lists) *list = List<int32_t>::in(reading.arena);
    for (int32_t t = 0; t < reading.in.tokens; ++t) {
        if (!reading.is_word(t)) continue;
        uint8_t edge = edges[t];
        if ((edge & STARTS_MARK) || reading.scores[CONTENT_START][t] > LEAST_EDGE) {
            reading.starts.add(t);
        }
        if ((edge & ENDS_MARK) || reading.scores[CONTENT_END][t] > LEAST_EDGE) reading.ends.add(t);
        if (edge & (STARTS_MARK | STARTS_SENTENCE)) reading.outer_starts.add(t);
        if (edge & ENDS_MARK) reading.outer_ends.add(t);
        if (reading.scores[SOURCE_START][t] > LEAST_EDGE) reading.source_starts.add(t);
        if (reading.scores[SOURCE_END][t] > LEAST_EDGE) reading.source_ends.add(t);
    }
}

}  // namespace newsquote
