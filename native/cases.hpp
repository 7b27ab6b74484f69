// A cue and its surroundings: cases.py, regions.py, landmarks.py, buckets.py, hints.py.
#pragma once

#include "reading.hpp"

namespace newsquote {

// ---------------------------------------------------------------- buckets

inline int32_t up_to(int32_t most, int32_t number) { return number < most ? number : most; }

// Counts of what is between two tokens, in either order.
inline int32_t up_to_either(int32_t most, int32_t number) {
    return up_to(most, number < 0 ? -number : number);
}

inline int32_t length_bucket(int32_t length) {
    static const int8_t FROM[] = {5, 7, 10, 15, 22, 32, 50};
    if (length < 5) return length;
    int32_t bucket = 4;
    for (int8_t least : FROM) bucket += length >= least;
    return bucket;
}

inline int32_t score_bucket(int32_t score) {
    int32_t steps = score >= 0 ? score / 64 : -((63 - score) / 64);
    return steps > 16 ? 16 : steps < -16 ? -16 : steps;
}

// How tokens agree with what is hinted.
inline char agreement(bool is_hinted, Range hinted, int32_t i, int32_t j) {
    if (!is_hinted) return 'n';
    if (hinted.start == i && hinted.end == j) return '=';
    if (hinted.start == i) return 's';
    if (hinted.end == j) return 'e';
    return i < hinted.end && hinted.start < j ? 'o' : 'x';
}

inline bool overlap(Range one, Range two) { return one.start < two.end && two.start < one.end; }
inline bool is_inside(Range inner, Range outer) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
inline bool are_mostly_same(Range one, Range two) {
    int32_t shared = least_of(one.end, two.end) - most_of(one.start, two.start);
    if (shared <= 0) return false;
    return shared >= 0.8 * (most_of(one.end, two.end) - least_of(one.start, two.start));
}

// ---------------------------------------------------------------- regions

static const int32_t MOST_PARAGRAPHS = 8;

inline bool has(const Reading &reading, int32_t mark, uint8_t flag) {
    return (reading.in.mark_flags[mark] & flag) != 0;
}

inline Range marked_within(const Reading &reading, int32_t mark, Range paragraph) {
    Range range = reading.mark(mark);
    return Range{most_of(range.start, paragraph.start), least_of(range.end, paragraph.end)};
}

inline Range with_marks(const Reading &reading, Range sentence, Range paragraph) {
    Range found = sentence;
    const int32_t edges[] = {reading.mark_around(sentence.start),
                             reading.mark_around(sentence.end - 1)};
    for (int32_t mark : edges) {
        if (mark < 0) continue;
        Range range = marked_within(reading, mark, paragraph);
        found.start = least_of(found.start, range.start);
        found.end = most_of(found.end, range.end);
    }
    int32_t behind = found.end < paragraph.end ? reading.mark_around(found.end) : -1;
    if (behind >= 0) found.end = most_of(found.end, marked_within(reading, behind, paragraph).end);
    int32_t before = found.start > paragraph.start ? reading.mark_around(found.start - 1) : -1;
    if (before >= 0) {
        found.start = least_of(found.start, marked_within(reading, before, paragraph).start);
    }
    return found;
}

inline int32_t goes_on_to(const Reading &reading, int32_t number, int32_t end) {
    int32_t next = number + 1;
    int32_t behind_last = least_of(next + MOST_PARAGRAPHS, reading.in.paragraphs);
    for (int32_t k = next; k < behind_last; ++k) {
        Range range = reading.paragraph(k);
        if (range.size() == 0) break;
        int32_t first_mark = reading.mark_around(range.start);
        if (k > next && !(first_mark >= 0 && has(reading, first_mark, CONTINUES))) break;
        end = range.end;
        int32_t last_mark = reading.mark_around(range.end - 1);
        if (last_mark < 0 || has(reading, last_mark, CLOSED)) break;
    }
    return end;
}

inline int32_t went_on_from(const Reading &reading, int32_t number, int32_t start) {
    int32_t before_first = most_of(-1, number - 1 - MOST_PARAGRAPHS);
    for (int32_t k = number - 1; k > before_first; --k) {
        Range range = reading.paragraph(k);
        if (range.size() == 0) break;
        int32_t last_mark = reading.mark_around(range.end - 1);
        if (last_mark < 0 || has(reading, last_mark, CLOSED)) break;
        start = reading.mark(last_mark).start;
        if (!has(reading, last_mark, CONTINUES)) break;
    }
    return start;
}

inline Range region_of(const Reading &reading, int32_t number, Range sentence) {
    Range paragraph = reading.paragraph(number);
    Range region = with_marks(reading, sentence, paragraph);
    if (region.end == paragraph.end) {
        int32_t mark = reading.mark_around(paragraph.end - 1);
        bool is_open = mark >= 0 && !has(reading, mark, CLOSED);
        if (is_open || (sentence.end == paragraph.end && reading.in.leads_on[number])) {
            region.end = goes_on_to(reading, number, paragraph.end);
        }
    }
    bool is_first = region.start == paragraph.start && paragraph.start > 0;
    int32_t mark = is_first ? reading.mark_around(paragraph.start) : -1;
    if (mark >= 0 && has(reading, mark, CONTINUES)) {
        region.start = went_on_from(reading, number, paragraph.start);
    }
    return region;
}

// ---------------------------------------------------------------- a case

static const int32_t MOST_TO_SENTENCE_EDGE = 250;
static const int32_t MOST_TO_REGION_EDGE = 1500;
static const int32_t PADS = 4;
static const int32_t TOKENS_A_STEP = 4;
static const int32_t MOST_STEPS = 9;

static const char THE_SOURCE[1 + SLACK] = "S", NO_RULE[1 + SLACK] = "-";

struct Case {
    const Reading *reading;
    const Hint *hint;  // nullptr where there is none
    const Type *verb;
    int32_t head;
    int32_t number;  // of its paragraph
    Range sentence, paragraph, region, cue;
    Range source;
    bool has_source;
    int32_t pads_before, near_size;
    int32_t behind_cue, behind_source, first, before_cue, before_source, last;  // landmarks

    const Type &near(int32_t token) const { return near_at(near_place(token)); }
    int32_t near_place(int32_t token) const { return pads_before - paragraph.start + token; }

    // What a Python list of the paragraph's types between pads holds at a place, which counts from
    // the end where it is below 0.
    const Type &near_at(int32_t place) const {
        if (place < 0) place += near_size;
        place -= pads_before;
        if (place < 0 || place >= paragraph.size()) return *reading->pad;
        return *reading->types[paragraph.start + place];
    }

    Text klass(int32_t token) const { return reading->types[token]->klass; }

    // Adds the classes of the tokens i to j (exclusive), the source as one.
    void spell_between(Key &key, int32_t i, int32_t j, int32_t most = 4) const {
        if (!has_source || source.end <= i || j <= source.start) {
            if (j - i > most) {
                key << klass(i) << '_' << klass(i + 1);
                key << '>' << least_of(MOST_STEPS, (j - i) / TOKENS_A_STEP);
                return;
            }
            for (int32_t t = i; t < j; ++t) {
                if (t > i) key << '_';
                key << klass(t);
            }
            return;
        }
        static const int32_t MOST_PARTS = 16;
        Text parts[MOST_PARTS];
        int32_t count = 0;
        for (int32_t t = i; t < source.start && t < i + most + 1; ++t) parts[count++] = klass(t);
        parts[count++] = Text{THE_SOURCE, 1};
        for (int32_t t = source.end; t < j && t < source.end + most + 1; ++t) {
            parts[count++] = klass(t);
        }
        if (count > most) {
            key << parts[0] << '_' << parts[1];
            key << '>' << least_of(MOST_STEPS, (j - i) / TOKENS_A_STEP);
            return;
        }
        for (int32_t n = 0; n < count; ++n) {
            if (n) key << '_';
            key << parts[n];
        }
    }

    Text rule() const { return hint == nullptr ? Text{NO_RULE, 1} : rule_of_hint().rule; }
    Text side() const { return hint == nullptr ? Text{NO_RULE, 1} : rule_of_hint().side; }
    const Rule &rule_of_hint() const { return reading->model->rules[hint->rule]; }

    // Adds whether the rules have content on that side of the cue.
    void spell_hinted(Key &key, bool is_left) const {
        if (hint == nullptr) {
            key << '-';
            return;
        }
        bool has_piece = is_left ? hint->has_left : hint->has_right;
        key << (has_piece ? 'h' : 'n') << '=' << rule();
    }

    void spell_hinted_source(Key &key) const {
        if (hint == nullptr) {
            key << '-';
            return;
        }
        key << (hint->has_source ? 's' : 'n') << side();
    }

    bool has_word(int32_t from, int32_t to) const {
        for (int32_t t = from; t < to; ++t) {
            if (reading->is_word(t)) return true;
        }
        return false;
    }

    // Whether any word beside the source is in lo to hi (exclusive).
    bool has_more(int32_t lo, int32_t hi) const {
        if (!has_source || source.end <= lo || hi <= source.start) return has_word(lo, hi);
        return has_word(lo, most_of(lo, source.start)) || has_word(source.end, hi);
    }

    int32_t word_from(int32_t t) const {
        while (t < region.end && !reading->is_word(t)) ++t;
        return t;
    }

    int32_t word_back_from(int32_t t) const {
        while (t >= region.start && !reading->is_word(t)) --t;
        return t;
    }

    void find_landmarks() {
        behind_cue = word_from(cue.end);
        behind_source = has_source ? word_from(source.end) : -2;
        first = word_from(sentence.start);
        before_cue = word_back_from(cue.start - 1);
        before_source = has_source ? word_back_from(source.start - 1) : -2;
        last = word_back_from(sentence.end - 1);
    }
};

inline Case case_of(const Reading &reading, int32_t head, const Hint *hint) {
    Case made;
    memset((void *)&made, 0, sizeof(made));
    made.reading = &reading;
    made.hint = hint;
    made.head = head;
    made.verb = reading.types[head];
    int32_t number = reading.sentence_of[head];
    made.number = reading.in.sentence_paragraphs[number];
    made.sentence = reading.sentence(number);
    made.sentence.start = most_of(made.sentence.start, head - MOST_TO_SENTENCE_EDGE);
    made.sentence.end = least_of(made.sentence.end, head + MOST_TO_SENTENCE_EDGE);
    made.region = region_of(reading, made.number, made.sentence);
    made.region.start = most_of(made.region.start, head - MOST_TO_REGION_EDGE);
    made.region.end = least_of(made.region.end, head + MOST_TO_REGION_EDGE);
    made.paragraph = reading.paragraph(made.number);
    made.pads_before = PADS + most_of(0, made.paragraph.start - made.region.start);
    int32_t pads_behind = PADS + most_of(0, made.region.end - made.paragraph.end);
    made.near_size = made.pads_before + made.paragraph.size() + pads_behind;
    return made;
}

}  // namespace newsquote
