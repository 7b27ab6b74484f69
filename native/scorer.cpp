// The learned stage of quotes as a plain shared library: what Python calls.
//
// A model is opened once and never changes but for types and rules, which are added by one thread
// at a time. A reading belongs to one call and to one thread. No number from outside is followed
// before it was checked.
#include "joint.hpp"
#include "tagging.hpp"

#if defined(_WIN32)
#define SHOWN extern "C" __declspec(dllexport)
#else
#define SHOWN extern "C" __attribute__((visibility("default")))
#endif

using namespace newsquote;

// Both as core/library.py and weights.py know them.
static const int32_t INTERFACE = 1, FEATURES = 2;

SHOWN int32_t newsquote_core_interface(void) { return INTERFACE; }
SHOWN int32_t newsquote_core_features(void) { return FEATURES; }
SHOWN int32_t newsquote_core_sizes(void) {
    return (int32_t)(sizeof(Input) * 65536 + sizeof(Hint) * 256 + sizeof(Picked));
}

// nullptr where a section is not what it should be, or there is no memory.
SHOWN Model *newsquote_core_open(const Section *sections, int32_t count) {
    if (sections == nullptr || count != SECTIONS) return nullptr;
    Model *const model = (Model *)calloc(1, sizeof(Model));
    if (model == nullptr) return nullptr;
    model->arena.init(&model->failed);
    if (setjmp(model->failed) == 0) {
        if (read_model(*model, sections)) return model;
    }
    model->arena.free_all();
    free(model);
    return nullptr;
}

SHOWN void newsquote_core_close(Model *model) {
    if (model == nullptr) return;
    model->arena.free_all();
    free(model);
}

// The number of a new type, -1 where its name is none or there is no room for more.
SHOWN int32_t newsquote_core_add_type(Model *model, const char *name, int64_t size) {
    if (model == nullptr || name == nullptr || size < 0 || size > INT32_MAX / 2) return -1;
    if (setjmp(model->failed) != 0) return -1;
    return add_type(*model, Text{name, (uint32_t)size});
}

SHOWN int32_t newsquote_core_add_rule(Model *model, const char *name, int64_t size) {
    if (model == nullptr || name == nullptr || size < 0 || size > INT32_MAX / 2) return -1;
    if (setjmp(model->failed) != 0) return -1;
    return add_rule(*model, Text{name, (uint32_t)size});
}

static void look_up_types(Reading &reading) {
    int32_t tokens = reading.in.tokens;
    const Model &model = *reading.model;
    reading.types = reading.arena.many<const Type *>((size_t)tokens + 1);
    for (int32_t t = 0; t < tokens; ++t) reading.types[t] = &model.types[reading.in.types[t]];
    reading.pad = &model.types[reading.in.pad];
    reading.sentence_of = reading.arena.many<int32_t>((size_t)tokens + 1);
    for (int32_t number = 0; number < reading.in.sentences; ++number) {
        Range sentence = reading.sentence(number);
        for (int32_t t = sentence.start; t < sentence.end; ++t) reading.sentence_of[t] = number;
    }
}

SHOWN void newsquote_core_free(Reading *reading) {
    if (reading == nullptr) return;
    reading->arena.free_all();
    reading->scratch.free_all();
    free(reading);
}

// A text whose tokens are scored; nullptr where its numbers are unsound or there is no memory.
// `heads` are the pairs of a token and its score that may be heads of cues.
SHOWN Reading *newsquote_core_read(const Model *model, const Input *input, const int32_t **heads,
                                   int32_t *count) {
    if (model == nullptr || input == nullptr || heads == nullptr || count == nullptr) {
        return nullptr;
    }
    if (!is_sound(*model, *input)) return nullptr;
    Reading *const reading = (Reading *)calloc(1, sizeof(Reading));
    if (reading == nullptr) return nullptr;
    reading->arena.init(&reading->failed);
    reading->scratch.init(&reading->failed);
    reading->model = model;
    reading->in = *input;
    if (setjmp(reading->failed) != 0) {
        newsquote_core_free(reading);
        return nullptr;
    }
    look_up_types(*reading);
    score_tokens(*reading);
    *heads = (const int32_t *)reading->heads.items;
    *count = (int32_t)reading->heads.count;
    return reading;
}

static void choose(Reading &reading, const Hint *heads, int32_t count) {
    count_tokens(reading);
    find_edges(reading);
    List<Choices> all = List<Choices>::in(reading.arena);
    Arena &scratch = reading.scratch;
    for (int32_t n = 0; n < count; ++n) {
        Choices one;
        Arena::Mark before = scratch.mark();
        if (read_choices(reading, scratch, heads[n], one)) all.add(one);
        scratch.back_to(before);
    }
    reading.picked = List<Picked>::in(reading.arena);
    pick(reading, all);
}

// The safest choices of some heads, each with what the rules say of it (a rule below 0 where they
// say nothing); how many there are, or -1 where a number is unsound or there is no memory.
SHOWN int32_t newsquote_core_choose(Reading *reading, const Hint *heads, int32_t count,
                                    const Picked **picked) {
    if (reading == nullptr || heads == nullptr || count < 0 || picked == nullptr) return -1;
    for (int32_t n = 0; n < count; ++n) {
        if (heads[n].head < 0 || heads[n].head >= reading->in.tokens) return -1;
        if (n && heads[n].head <= heads[n - 1].head) return -1;
        if (heads[n].rule >= 0 && !is_sound(*reading->model, *reading, heads[n])) return -1;
    }
    if (setjmp(reading->failed) != 0) return -1;
    choose(*reading, heads, count);
    *picked = reading->picked.items;
    return (int32_t)reading->picked.count;
}
