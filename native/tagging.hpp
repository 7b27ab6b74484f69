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

// Gives each combination of a word and the next one or two: its kind and its key.
template <class Take>
void each_combination(const Type *const *near, int32_t word, int32_t count, Take take) {
    if (word + 1 >= count) return;
    const Type &one = *near[word], &two = *near[word + 1];
    for (int pair = 0; pair < PAIRS; ++pair) {
        const Type &first = pair == PAIR_R ? two : one;
        const Type &second = pair == PAIR_R ? one : two;
        if (first.shared[pair] >= 0 && second.last[pair] >= 0) {
            take(OF_PAIRS, packed(0, first.shared[pair], second.last[pair]));
        }
    }
    if (one.class_number < 0 || two.class_number < 0) return;
    take(OF_TWOS, packed(0, one.class_number, two.class_number));
    if (word + 2 >= count || near[word + 2]->class_number < 0) return;
    take(OF_THREES, packed(one.class_number, two.class_number, near[word + 2]->class_number));
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
        each_combination(near, n, count,
                         [&](Kind kind, uint64_t key) { rows.lay_combined(kind, key, n); });
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

inline void score_states(Reading &reading, int32_t number) {
    const StateRows &rows = reading.model->states;
    Range sentence = reading.sentence(number);
    int32_t paragraph = reading.in.sentence_paragraphs[number];
    int32_t last = sentence.end - 1;
    int32_t verbs = 0, next_sign = sentence.start;
    for (int32_t t = sentence.start; t < sentence.end; ++t) {
        verbs += reading.types[t]->frames.size > 0;
    }
    Place place;
    place.has_marks = reading.any_inside(sentence.start, sentence.end);
    place.is_first = paragraph == 0;
    place.leads = reading.paragraph(paragraph).start == sentence.start;
    place.starts_inside = reading.inside(sentence.start);
    place.ends_inside = reading.inside(last);
    int32_t verbs_before = 0, sign_at = sentence.start, sign = NO_SIGN;
    for (int32_t t = sentence.start; t < sentence.end; ++t) {
        const Type &type = *reading.types[t];
        int32_t is_inside = reading.inside(t), is_verb = type.frames.size > 0;
        place.is_inside = is_inside;
        place.before = place_bucket(t - sentence.start);
        place.behind = place_bucket(last - t);
        int32_t verbs_behind = least_of(verbs - verbs_before - is_verb, MOST_VERBS);
        if (next_sign <= t) {
            next_sign = t + 1;
            while (next_sign < sentence.end && reading.types[next_sign]->sign == NO_SIGN) {
                ++next_sign;
            }
        }
        Signs signs = {is_inside, sign, least_of(t - sign_at, NEAR),
                       next_sign < sentence.end ? reading.types[next_sign]->sign : NO_SIGN,
                       least_of(next_sign - t, FAR)};
        Verbs near_verbs = {place.has_marks, is_inside, least_of(verbs_before, MOST_VERBS),
                            verbs_behind};
        const int32_t *of_place = rows.places + LABELS * place.number();
        const int32_t *of_verbs = rows.verbs + LABELS * near_verbs.number();
        const int32_t *of_signs = rows.signs + LABELS * signs.number();
        for (int label = 0; label < LABELS; ++label) {
            reading.scores[label][t] += of_place[label] + of_verbs[label] + of_signs[label];
        }
        verbs_before += is_verb;
        if (type.sign != NO_SIGN) {
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
