// Every token scored for the roles it may play: tagging.py and states.py.
#pragma once

#include "reading.hpp"

namespace newsquote {

static const int32_t LEAST_HINTED = -563;  // heads less likely than one in ten are never looked at

// The scores of a paragraph's tokens and of the three pads on each side, a row of labels each,
// with as many rows more on each side for what is laid over the edge.
struct Rows {
    const Model &model;
    int32_t *numbers;

    void lay(Kind kind, const int32_t *block, int32_t word) {
        int32_t *row = numbers + (size_t)(word + AROUND - LEADS[kind]) * LABELS;
        for (int n = 0; n < SLOTS[kind] * LABELS; ++n) row[n] += block[n];
    }
    void lay_combined(Kind kind, uint64_t key, int32_t word) {
        int32_t number = model.combined[kind].find(key);
        if (number >= 0) lay(kind, model.block(kind, number), word);
    }
    const int32_t *token(int32_t number) const {
        return numbers + (size_t)(number + 2 * AROUND) * LABELS;
    }
};

inline void lay_neighbours(Rows &rows, const Type &one, const Type &two, int32_t word) {
    if (one.class_number >= 0 && two.class_number >= 0) {
        rows.lay_combined(OF_TWOS, packed(0, one.class_number, two.class_number), word);
    }
    for (int pair = 0; pair < PAIRS; ++pair) {
        const Type &first = pair == PAIR_R ? two : one;
        const Type &second = pair == PAIR_R ? one : two;
        if (first.shared[pair] >= 0 && second.last[pair] >= 0) {
            rows.lay_combined(OF_PAIRS, packed(0, first.shared[pair], second.last[pair]), word);
        }
    }
}

inline void score_words(Reading &reading, Range paragraph) {
    Arena::Mark before = reading.arena.mark();
    int32_t count = paragraph.size() + 2 * AROUND;
    Rows rows{*reading.model,
              reading.arena.zeros<int32_t>((size_t)(count + 2 * AROUND) * LABELS)};
    const Type **near = reading.arena.many<const Type *>((size_t)count);
    for (int32_t n = 0; n < AROUND; ++n) near[n] = near[count - 1 - n] = reading.pad;
    for (int32_t n = 0; n < paragraph.size(); ++n) {
        near[n + AROUND] = reading.types[paragraph.start + n];
    }
    for (int32_t n = 0; n < count; ++n) {
        rows.lay(OF_WORDS, near[n]->alone, n);
        if (n + 1 >= count) continue;
        lay_neighbours(rows, *near[n], *near[n + 1], n);
        if (n + 2 >= count) continue;
        int32_t one = near[n]->class_number, two = near[n + 1]->class_number;
        int32_t three = near[n + 2]->class_number;
        if (one >= 0 && two >= 0 && three >= 0) {
            rows.lay_combined(OF_THREES, packed(one, two, three), n);
        }
    }
    for (int32_t n = 0; n < paragraph.size(); ++n) {
        const int32_t *row = rows.token(n);
        for (int label = 0; label < LABELS; ++label) {
            reading.scores[label][paragraph.start + n] = row[label];
        }
    }
    reading.arena.back_to(before);
}

// ---------------------------------------------------------------- states

static const char FAR_PLACE = '5';
static const int32_t MOST_VERBS = 2, NEAR = 4, FAR = 5;

// The bucket of a token's distance from an edge of its sentence.
inline char place_at(int32_t distance) {
    static const char PLACES[] = "0123333444444445";
    return distance < (int32_t)sizeof(PLACES) - 1 ? PLACES[distance] : FAR_PLACE;
}

inline char digit(int32_t number) { return (char)('0' + number); }

struct Places {
    char common[5];  // what all tokens of the sentence share
    char now;
    char before, behind;
};
struct Verbs {
    char marks, now, before, behind;
};
struct Signs {
    char now, before, near, behind, far;
};

struct Adder {
    const Reading &reading;
    int32_t token;

    void add(const Key &key) const {
        int32_t number = reading.model->blocks[OF_STATES].find(key, -1);
        if (number < 0) return;
        const int32_t *block = reading.model->block(OF_STATES, number);
        for (int label = 0; label < LABELS; ++label) reading.scores[label][token] += block[label];
    }
};

inline void add_place(Adder to, const Places &at) {
    const char *common = at.common;
    to.add(Key() << "Z=" << common[0] << common[1] << common[2] << common[3] << common[4]
                 << at.now);
    to.add(Key() << "Z1=" << common[1] << at.before << at.behind);
    to.add(Key() << "Z2=" << at.now << at.before << at.behind);
    to.add(Key() << "Z5=" << common[3] << common[4] << at.now << at.behind);
}

inline void add_verbs(Adder to, const Verbs &at) {
    to.add(Key() << "Z3=" << at.now << at.before << at.behind);
    to.add(Key() << "Z4=" << at.marks << at.before << at.behind);
}

inline void add_signs(Adder to, const Signs &at) {
    to.add(Key() << "Z6=" << at.before << at.near);
    to.add(Key() << "Z7=" << at.behind << at.far);
    to.add(Key() << "Z8=" << at.before << at.near << at.behind << at.far);
    to.add(Key() << "Z9=" << at.now << at.before << at.behind);
}

inline void score_states(Reading &reading, int32_t number) {
    Range sentence = reading.sentence(number);
    int32_t paragraph = reading.in.sentence_paragraphs[number];
    int32_t last = sentence.end - 1;
    int32_t verbs = 0, next_sign = sentence.start;
    for (int32_t t = sentence.start; t < sentence.end; ++t) {
        verbs += reading.types[t]->frames.size > 0;
    }
    Places place;
    place.common[0] = reading.any_inside(sentence.start, sentence.end) ? 'm' : '-';
    place.common[1] = paragraph == 0 ? 'H' : 'b';
    place.common[2] = reading.paragraph(paragraph).start == sentence.start ? 'F' : 'f';
    place.common[3] = reading.inside(sentence.start) ? 'q' : '-';
    place.common[4] = reading.inside(last) ? 'q' : '-';
    int32_t verbs_before = 0, sign_at = sentence.start;
    char sign = '^';
    for (int32_t t = sentence.start; t < sentence.end; ++t) {
        const Type &type = *reading.types[t];
        Adder to{reading, t};
        char now = reading.inside(t) ? '1' : '0';
        place.now = now;
        place.before = place_at(t - sentence.start);
        place.behind = place_at(last - t);
        add_place(to, place);
        bool is_verb = type.frames.size > 0;
        int32_t verbs_behind = verbs - verbs_before - is_verb;
        add_verbs(to, Verbs{place.common[0], now, digit(least_of(verbs_before, MOST_VERBS)),
                            digit(least_of(verbs_behind, MOST_VERBS))});
        verbs_before += is_verb;
        if (next_sign <= t) {
            next_sign = t + 1;
            while (next_sign < sentence.end && !reading.types[next_sign]->sign) ++next_sign;
        }
        char behind = next_sign < sentence.end ? reading.types[next_sign]->sign : '$';
        add_signs(to, Signs{now, sign, digit(least_of(t - sign_at, NEAR)), behind,
                            digit(least_of(next_sign - t, FAR))});
        if (type.sign) {
            sign = type.sign;
            sign_at = t;
        }
    }
}

// Scores all tokens, and lists those that may be heads of cues.
inline void score_tokens(Reading &reading) {
    int32_t tokens = reading.in.tokens;
    for (int label = 0; label < LABELS; ++label) {
        reading.scores[label] = reading.arena.many<int32_t>((size_t)tokens + 1);
    }
    for (int32_t n = 0; n < reading.in.paragraphs; ++n) score_words(reading, reading.paragraph(n));
    for (int32_t n = 0; n < reading.in.sentences; ++n) score_states(reading, n);
    reading.heads = List<LikelyHead>::in(reading.arena);
    for (int32_t t = 0; t < tokens; ++t) {
        int32_t score = reading.scores[HEAD][t];
        if (score > LEAST_HINTED) reading.heads.add(LikelyHead{t, score});
    }
}

}  // namespace newsquote
