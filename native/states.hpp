// What is around each token, and what the weights say of each such state: states.py.
//
// There are so few states that the weights of each are summed when a model is opened.
#pragma once

#include "keys.hpp"

namespace newsquote {

static const int LABELS = 5;
static const int32_t MOST_VERBS = 2, NEAR = 4, FAR = 5;
static const int32_t PLACE_BUCKETS = 6;

// The letters of the classes that are signs; behind them none, which is spelled by where it is.
static const char SIGN_LETTERS[] = "q,:.tow-;&b";
static const int32_t NO_SIGN = 11, SIGNS = 12;
static_assert(sizeof(SIGN_LETTERS) == NO_SIGN + 1, "each sign has a letter");

inline char digit_of(int32_t number) { return (char)('0' + number); }

// The bucket of a token's distance from an edge of its sentence.
inline int32_t place_bucket(int32_t distance) {
    static const int8_t BUCKETS[] = {0, 1, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5};
    static const int32_t COUNT = sizeof(BUCKETS);
    return distance < COUNT ? BUCKETS[distance] : PLACE_BUCKETS - 1;
}

// Numbers of some digits, the first of them the highest.
struct Digits {
    int32_t number;

    Digits then(int32_t base, int32_t digit) const { return Digits{number * base + digit}; }
    int32_t take(int32_t base) {
        int32_t digit = number % base;
        number /= base;
        return digit;
    }
};

struct Place {
    int32_t has_marks, is_first, leads, starts_inside, ends_inside;  // of the whole sentence
    int32_t is_inside, before, behind;

    static const int32_t COUNT = 64 * PLACE_BUCKETS * PLACE_BUCKETS;

    int32_t number() const {
        return Digits{has_marks}
            .then(2, is_first)
            .then(2, leads)
            .then(2, starts_inside)
            .then(2, ends_inside)
            .then(2, is_inside)
            .then(PLACE_BUCKETS, before)
            .then(PLACE_BUCKETS, behind)
            .number;
    }
    static Place numbered(int32_t number) {
        Digits left = {number};
        Place made;
        made.behind = left.take(PLACE_BUCKETS);
        made.before = left.take(PLACE_BUCKETS);
        made.is_inside = left.take(2);
        made.ends_inside = left.take(2);
        made.starts_inside = left.take(2);
        made.leads = left.take(2);
        made.is_first = left.take(2);
        made.has_marks = left.take(2);
        return made;
    }
};

struct Verbs {
    int32_t has_marks, is_inside, before, behind;

    static const int32_t COUNT = 4 * (MOST_VERBS + 1) * (MOST_VERBS + 1);

    int32_t number() const {
        return Digits{has_marks}
            .then(2, is_inside)
            .then(MOST_VERBS + 1, before)
            .then(MOST_VERBS + 1, behind)
            .number;
    }
    static Verbs numbered(int32_t number) {
        Digits left = {number};
        Verbs made;
        made.behind = left.take(MOST_VERBS + 1);
        made.before = left.take(MOST_VERBS + 1);
        made.is_inside = left.take(2);
        made.has_marks = left.take(2);
        return made;
    }
};

struct Signs {
    int32_t is_inside, before, near, behind, far;

    static const int32_t COUNT = 2 * SIGNS * (NEAR + 1) * SIGNS * (FAR + 1);

    int32_t number() const {
        return Digits{is_inside}
            .then(SIGNS, before)
            .then(NEAR + 1, near)
            .then(SIGNS, behind)
            .then(FAR + 1, far)
            .number;
    }
    static Signs numbered(int32_t number) {
        Digits left = {number};
        Signs made;
        made.far = left.take(FAR + 1);
        made.behind = left.take(SIGNS);
        made.near = left.take(NEAR + 1);
        made.before = left.take(SIGNS);
        made.is_inside = left.take(2);
        return made;
    }
};

// A row of labels for each state, by its number.
struct StateRows {
    int32_t *places, *verbs, *signs;
};

// Adds up what the weights say of a state's keys.
struct StateAdder {
    const Spellings &blocks;
    const int32_t *numbers;
    int32_t *row;

    void add(const Key &key) const {
        int32_t number = blocks.find(key, -1);
        if (number < 0) return;
        const int32_t *block = numbers + (size_t)number * LABELS;
        for (int label = 0; label < LABELS; ++label) row[label] += block[label];
    }

    void add(const Place &at) const {
        char first = at.is_first ? 'H' : 'b';
        char starts = at.starts_inside ? 'q' : '-', ends = at.ends_inside ? 'q' : '-';
        char now = digit_of(at.is_inside);
        char before = digit_of(at.before), behind = digit_of(at.behind);
        add(Key() << "Z=" << (at.has_marks ? 'm' : '-') << first << (at.leads ? 'F' : 'f')
                  << starts << ends << now);
        add(Key() << "Z1=" << first << before << behind);
        add(Key() << "Z2=" << now << before << behind);
        add(Key() << "Z5=" << starts << ends << now << behind);
    }

    void add(const Verbs &at) const {
        char before = digit_of(at.before), behind = digit_of(at.behind);
        add(Key() << "Z3=" << digit_of(at.is_inside) << before << behind);
        add(Key() << "Z4=" << (at.has_marks ? 'm' : '-') << before << behind);
    }

    void add(const Signs &at) const {
        char before = at.before == NO_SIGN ? '^' : SIGN_LETTERS[at.before];
        char behind = at.behind == NO_SIGN ? '$' : SIGN_LETTERS[at.behind];
        char near = digit_of(at.near), far = digit_of(at.far);
        add(Key() << "Z6=" << before << near);
        add(Key() << "Z7=" << behind << far);
        add(Key() << "Z8=" << before << near << behind << far);
        add(Key() << "Z9=" << digit_of(at.is_inside) << before << behind);
    }
};

template <class State>
int32_t *rows_of(Arena &arena, const Spellings &blocks, const int32_t *numbers) {
    int32_t *rows = arena.zeros<int32_t>((size_t)State::COUNT * LABELS);
    for (int32_t number = 0; number < State::COUNT; ++number) {
        StateAdder{blocks, numbers, rows + (size_t)number * LABELS}.add(State::numbered(number));
    }
    return rows;
}

inline StateRows state_rows(Arena &arena, const Spellings &blocks, const int32_t *numbers) {
    return StateRows{rows_of<Place>(arena, blocks, numbers), rows_of<Verbs>(arena, blocks, numbers),
                     rows_of<Signs>(arena, blocks, numbers)};
}

}  // namespace newsquote
