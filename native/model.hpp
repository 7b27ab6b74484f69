// The weights of all steps, and the types of words that texts are made of.
//
// In: the sections of a weights file; names of types, as Python spells them. Out: tables that are
// only read from then on. Types are added while texts are read: each stays where it is, and a text
// has no number of one that is not there yet.
#pragma once

#include "states.hpp"

namespace newsquote {

enum Label { HEAD, SOURCE_START, SOURCE_END, CONTENT_START, CONTENT_END };

enum Kind { OF_WORDS, OF_STATES, OF_PAIRS, OF_TWOS, OF_THREES, KINDS };
static const int SLOTS[KINDS] = {7, 1, 2, 4, 3};
// Of a block before the first word of its combination.
static const int LEADS[KINDS] = {3, 0, 0, 1, 0};
static const int AROUND = 3;
static const uint32_t ABOVE = 1u << 26;  // what a field holds more than its number

enum Step { LEFT, RIGHT, SOURCE, CONTENT, JOINT, STEPS };
static const int SECTIONS = KINDS + STEPS;

// The templates of two words, by what they hold of each; R is looked up by the second word first.
enum Pair { PAIR_P, PAIR_L, PAIR_R, PAIR_F, PAIR_S, PAIRS };
static const char PAIR_NAMES[PAIRS] = {'P', 'L', 'R', 'F', 'S'};

struct Section {
    const char *keys;
    int64_t keys_size;
    const char *values;
    int64_t values_size;
};

enum Flag { COMMA = 1, QUOTE = 2, FINITE = 4, BREAK = 8, ALNUM = 16, CAPITAL = 32 };

// What a token is by itself.
struct Type {
    Text word, klass, suffix, frames, stem, kind;
    uint32_t flags;
    int32_t bracket;  // 1 opens, -1 closes
    int32_t sign;     // the number of its class among the signs
    int32_t class_number;
    int32_t shared[PAIRS];  // numbers of what is looked up first, -1 for what has no weights
    int32_t last[PAIRS];
    int32_t alone[7 * LABELS];

    bool is(Flag flag) const { return (flags & flag) != 0; }
};

// What the rules call a hint.
struct Rule {
    Text rule, side;
};

// Items that never move, added one by one while others are read.
template <class T, int CHUNK, int MOST_CHUNKS>
struct Shelf {
    T *chunks[MOST_CHUNKS];
    int32_t count;

    T *room(Arena &arena) {
        if (count >= CHUNK * MOST_CHUNKS) return nullptr;
        T *&chunk = chunks[count / CHUNK];
        if (chunk == nullptr) chunk = arena.zeros<T>(CHUNK);
        return chunk + count % CHUNK;
    }
    int32_t added() {
        int32_t number = count;
        __atomic_store_n(&count, number + 1, __ATOMIC_RELEASE);
        return number;
    }
    int32_t size() const { return __atomic_load_n(&count, __ATOMIC_ACQUIRE); }
    const T &operator[](int32_t number) const { return chunks[number / CHUNK][number % CHUNK]; }
};

struct Model {
    jmp_buf failed;
    Arena arena;
    Weights steps[STEPS];
    Spellings blocks[2];  // of words and states: numbers of blocks by key
    StateRows states;
    Spellings names;      // numbers of what pairs, twos and threes are looked up by
    Packed combined[KINDS];
    const int32_t *numbers[KINDS];  // the blocks, one after the other
    Shelf<Type, 256, 2048> types;
    Shelf<Rule, 256, 16> rules;

    const int32_t *block(Kind kind, int32_t number) const {
        return numbers[kind] + (size_t)number * SLOTS[kind] * LABELS;
    }
};

// ---------------------------------------------------------------- reading the sections

// Goes through the pieces of a text between signs.
struct Pieces {
    const char *at;
    const char *end;
    char between;
    bool is_done;

    static Pieces of(Text text, char between) {
        return Pieces{text.bytes, text.bytes + text.size, between, false};
    }
    bool next(Text &piece) {
        if (is_done) return false;
        const char *stop = (const char *)memchr(at, between, (size_t)(end - at));
        if (stop == nullptr) {
            stop = end;
            is_done = true;
        }
        piece = Text{at, (uint32_t)(stop - at)};
        if (!is_done) at = stop + 1;
        return true;
    }
};

inline size_t count_of(Text text, char sign) {
    size_t count = 0;
    for (uint32_t at = 0; at < text.size; ++at) count += text.bytes[at] == sign;
    return count;
}

inline bool read_step(Model &model, Step step, Text keys, const Section &section) {
    size_t count = keys.size ? count_of(keys, '\n') + 1 : 0;
    if ((size_t)section.values_size != count * 2) return false;
    Spellings &by_key = model.steps[step].by_key;
    by_key.init(model.arena, keys, count);
    const unsigned char *values = (const unsigned char *)section.values;
    Pieces lines = Pieces::of(keys, '\n');
    Text line;
    for (size_t n = 0; n < count && lines.next(line); ++n) {
        if (line.size > LONGEST_KEY) return false;
        by_key.add(line, (int16_t)(uint16_t)(values[2 * n] | values[2 * n + 1] << 8));
    }
    return true;
}

inline const int32_t *read_numbers(Model &model, const Section &section) {
    size_t count = (size_t)section.values_size / 4;
    int32_t *numbers = model.arena.many<int32_t>(count + 1);
    const unsigned char *values = (const unsigned char *)section.values;
    for (size_t n = 0; n < count; ++n, values += 4) {
        uint32_t field = values[0] | (uint32_t)values[1] << 8 | (uint32_t)values[2] << 16 |
                         (uint32_t)values[3] << 24;
        numbers[n] = (int32_t)(field - ABOVE);
    }
    return numbers;
}

static const uint64_t MOST_NAMES = 1 << 21;

inline uint64_t packed(int32_t one, int32_t two, int32_t three) {
    return ((uint64_t)one * MOST_NAMES + (uint64_t)two) * MOST_NAMES + (uint64_t)three;
}

inline int32_t name_number(Model &model, Text name) {
    return model.names.add(name, (int32_t)model.names.count);
}

// Where a block is found: by its key alone, or by the numbers of its parts.
inline bool add_block(Model &model, Kind kind, Text shared, Text last, int32_t number) {
    if (kind == OF_WORDS || kind == OF_STATES) {
        if (last.size > LONGEST_KEY) return false;
        model.blocks[kind].add(last, number);
        return true;
    }
    int32_t behind = name_number(model, last);
    if (kind != OF_THREES) {
        model.combined[kind].add(packed(0, name_number(model, shared), behind), number);
        return true;
    }
    const char *blank = (const char *)memchr(shared.bytes, ' ', shared.size);
    if (blank == nullptr) return false;
    uint32_t size = (uint32_t)(blank - shared.bytes);
    int32_t one = name_number(model, Text{shared.bytes, size});
    int32_t two = name_number(model, Text{blank + 1, shared.size - size - 1});
    model.combined[kind].add(packed(one, two, behind), number);
    return true;
}

inline bool read_blocks(Model &model, Kind kind, Text keys, const Section &section) {
    size_t count = count_of(keys, '\t');
    if ((size_t)section.values_size != count * SLOTS[kind] * LABELS * 4) return false;
    model.numbers[kind] = read_numbers(model, section);
    if (kind == OF_WORDS || kind == OF_STATES) model.blocks[kind].init(model.arena, keys, count);
    model.combined[kind].init(model.arena, count);
    int32_t number = 0;
    Pieces lines = Pieces::of(keys, '\n');
    Text line, shared, last;
    while (lines.next(line)) {
        Pieces parts = Pieces::of(line, '\t');
        parts.next(shared);
        while (parts.next(last)) {
            if (!add_block(model, kind, shared, last, number++)) return false;
        }
    }
    return true;
}

// Whether all sections are what they should be.
inline bool read_model(Model &model, const Section *sections) {
    Text keys[SECTIONS], all = {nullptr, 0};
    size_t names = 0;
    uint64_t bytes = 0;
    for (int n = 0; n < SECTIONS; ++n) {
        const Section &section = sections[n];
        if (section.keys == nullptr || section.values == nullptr) return false;
        if (section.keys_size < 0 || section.keys_size > INT32_MAX) return false;
        if (section.values_size < 0 || section.values_size > INT32_MAX) return false;
        bytes += (uint64_t)section.keys_size;
        if (bytes > INT32_MAX) return false;
        keys[n] = Text{section.keys, (uint32_t)section.keys_size};
        if (n == OF_PAIRS || n == OF_TWOS || n == OF_THREES) {
            names += 2 * (count_of(keys[n], '\n') + 1) + count_of(keys[n], '\t');
        }
    }
    if (names >= MOST_NAMES) return false;
    all = Text{model.arena.zeros<char>((size_t)bytes + SLACK), 0};
    for (Text &one : keys) {
        memcpy((char *)all.bytes + all.size, one.bytes, one.size);
        one.bytes = all.bytes + all.size;
        all.size += one.size;
    }
    model.names.init(model.arena, all, names);
    for (int kind = 0; kind < KINDS; ++kind) {
        if (!read_blocks(model, (Kind)kind, keys[kind], sections[kind])) return false;
    }
    model.states = state_rows(model.arena, model.blocks[OF_STATES], model.numbers[OF_STATES]);
    for (int step = 0; step < STEPS; ++step) {
        if (!read_step(model, (Step)step, keys[KINDS + step], sections[KINDS + step])) return false;
    }
    return true;
}

// ---------------------------------------------------------------- types

inline bool is_one_of(Text text, const char *const *words) {
    for (; *words != nullptr; ++words) {
        if (text == text_of(*words)) return true;
    }
    return false;
}

inline uint32_t flags_of(const Type &type) {
    static const char *const FINITE_CLASSES[] = {"BE", "HV", "DO", "MD", nullptr};
    static const char *const BREAK_CLASSES[] = {";",  ":",  "DASH", "(",  ")", "END",
                                                "SB", "WH", "CC",   "BU", nullptr};
    uint32_t flags = 0;
    if (type.klass == text_of(",")) flags |= COMMA;
    if (type.klass == text_of("Q")) flags |= QUOTE;
    if (is_one_of(type.klass, FINITE_CLASSES)) flags |= FINITE;
    if (is_one_of(type.klass, BREAK_CLASSES)) flags |= BREAK;
    if (!(type.kind == text_of("p") || type.kind == text_of("q"))) flags |= ALNUM;
    if (type.kind == text_of("X")) flags |= CAPITAL;
    return flags;
}

inline int32_t sign_of(Text klass) {
    static const char *const CLASSES[NO_SIGN] = {"Q",  ",",    ":", "END", "TH", "TO",
                                                 "WH", "DASH", ";", "CC",  "SB"};
    int32_t sign = 0;
    while (sign < NO_SIGN && !(klass == text_of(CLASSES[sign]))) ++sign;
    return sign;
}

inline bool is_inside_letter(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

// The last letters of a text, each of one code point.
inline Text last_letters(Text text, int count) {
    uint32_t at = text.size;
    while (at > 0 && count > 0) {
        --at;
        if (!is_inside_letter(text.bytes[at])) --count;
    }
    return Text{text.bytes + at, text.size - at};
}

inline void add_alone(const Model &model, Type &type, const Key &key) {
    int32_t number = model.blocks[OF_WORDS].find(key, -1);
    if (number < 0) return;
    const int32_t *block = model.block(OF_WORDS, number);
    for (int n = 0; n < SLOTS[OF_WORDS] * LABELS; ++n) type.alone[n] += block[n];
}

inline void weigh_alone(const Model &model, Type &type) {
    add_alone(model, type, Key() << "w=" << type.word);
    add_alone(model, type, Key() << "c=" << type.klass);
    add_alone(model, type, Key() << "s=" << type.suffix);
    add_alone(model, type, Key() << "l=" << type.stem);
    add_alone(model, type, Key() << "1");
    if (!type.frames.size) return;
    add_alone(model, type, Key() << "f");
    for (uint32_t at = 0, next = 0; at < type.frames.size; at = next) {
        for (next = at + 1; next < type.frames.size; ++next) {
            if (!is_inside_letter(type.frames.bytes[next])) break;
        }
        add_alone(model, type, Key() << "f=" << Text{type.frames.bytes + at, next - at});
    }
    add_alone(model, type, Key() << "fs=" << last_letters(type.suffix, 2));
    add_alone(model, type, Key() << "ff=" << type.frames);
}

inline void number_parts(const Model &model, Type &type) {
    Text frames = type.frames.size ? type.frames : type.klass;
    Text stem = type.stem.size ? type.stem : type.klass;
    const Text shared[PAIRS] = {type.word, type.word, type.word, frames, stem};
    const Text last[PAIRS] = {type.word, type.klass, type.klass, frames, stem};
    for (int pair = 0; pair < PAIRS; ++pair) {
        Key key = Key() << PAIR_NAMES[pair] << ' ' << shared[pair];
        type.shared[pair] = model.names.find(key, -1);
        type.last[pair] = model.names.find(last[pair], -1);
    }
    type.class_number = model.names.find(type.klass, -1);
}

// The number of a type, -1 where its name is none or there is no room.
inline int32_t add_type(Model &model, Text name) {
    Type *type = model.types.room(model.arena);
    if (type == nullptr) return -1;
    memset((void *)type, 0, sizeof(Type));
    Text *const parts[] = {&type->word,   &type->klass, &type->suffix,
                           &type->frames, &type->stem,  &type->kind};
    if (count_of(name, '\t') != 5) return -1;
    Pieces pieces = Pieces::of(copied(model.arena, name), '\t');
    for (Text *part : parts) pieces.next(*part);
    type->flags = flags_of(*type);
    type->bracket = type->klass == text_of("(") ? 1 : type->klass == text_of(")") ? -1 : 0;
    type->sign = sign_of(type->klass);
    weigh_alone(model, *type);
    number_parts(model, *type);
    return model.types.added();
}

// The number of a rule and a side, parted by a tab.
inline int32_t add_rule(Model &model, Text name) {
    Rule *rule = model.rules.room(model.arena);
    if (rule == nullptr || count_of(name, '\t') != 1) return -1;
    Pieces pieces = Pieces::of(copied(model.arena, name), '\t');
    pieces.next(rule->rule);
    pieces.next(rule->side);
    return model.rules.added();
}

}  // namespace newsquote
