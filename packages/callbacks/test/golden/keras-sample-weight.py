"""Records what Keras makes of sample weights, for keras-sample-weight.test.ts.

pip install keras jax; KERAS_BACKEND=jax python keras-sample-weight.py > keras-sample-weight.json
"""

import json
import sys

import jax
import keras
import numpy as np
from keras import layers, losses, metrics

jax.config.update("jax_enable_x64", False)


def dense():
    a = keras.Input([2], name="a")
    hidden = layers.Dense(3, activation="tanh", name="hidden")(a)
    return keras.Model(a, layers.Dense(1, activation="sigmoid", name="p")(hidden))


def softmax():
    a = keras.Input([2], name="a")
    return keras.Model(a, layers.Dense(3, activation="softmax", name="p")(a))


def two_outputs():
    a = keras.Input([2], name="a")
    hidden = layers.Dense(3, activation="tanh", name="hidden")(a)
    p = layers.Dense(1, activation="sigmoid", name="p")(hidden)
    q = layers.Dense(2, name="q")(hidden)
    return keras.Model(a, [p, q])


def steps():
    a = keras.Input([3, 2], name="a")
    return keras.Model(a, layers.Dense(1, activation="sigmoid", name="p")(a))


def steps_of_classes():
    a = keras.Input([3, 2], name="a")
    return keras.Model(a, layers.Dense(3, activation="softmax", name="p")(a))


MODELS = {
    "dense": (dense, "binary_crossentropy"),
    "softmax": (softmax, "categorical_crossentropy"),
    "two outputs": (two_outputs, {"p": "binary_crossentropy", "q": "mean_squared_error"}),
    "steps": (steps, "mean_squared_error"),
    "steps of classes": (steps_of_classes, "sparse_categorical_crossentropy"),
}

METRICS = {
    "binary_accuracy": lambda: metrics.BinaryAccuracy(name="binary_accuracy"),
    "precision": lambda: metrics.Precision(name="precision"),
    "recall": lambda: metrics.Recall(name="recall"),
    "auc": lambda: metrics.AUC(num_thresholds=200, name="auc"),
    "mean_squared_error": lambda: metrics.MeanSquaredError(name="mean_squared_error"),
    "mean_absolute_error": lambda: metrics.MeanAbsoluteError(name="mean_absolute_error"),
    "root_mean_squared_error": lambda: metrics.RootMeanSquaredError(name="root_mean_squared_error"),
    "categorical_accuracy": lambda: metrics.CategoricalAccuracy(name="categorical_accuracy"),
    "sparse_categorical_accuracy": lambda: metrics.SparseCategoricalAccuracy(
        name="sparse_categorical_accuracy"
    ),
}


def labels(random, kind, n):
    if kind == "dense":
        return random.randint(0, 2, [n, 1])
    if kind == "softmax":
        return np.eye(3)[random.randint(0, 3, [n])]
    if kind == "two outputs":
        return {"p": random.randint(0, 2, [n, 1]), "q": random.uniform(-1, 1, [n, 2]).round(3)}
    if kind == "steps":
        return random.randint(0, 2, [n, 3, 1])
    return random.randint(0, 3, [n, 3, 1])


def features(random, kind, n):
    return random.uniform(-1, 1, [n, 3, 2] if kind.startswith("steps") else [n, 2]).round(3)


def weights(random, shape):
    return random.choice([0.0, 0.25, 0.5, 1.0, 2.0, 3.5], shape)


def given(value):
    """As Keras takes it: its lists of outputs are in their order, and not by name."""
    if isinstance(value, dict):
        return [given(each) for each in value.values()]
    return None if value is None else np.asarray(value, "float32")


def beside(kind, value):
    """Weights as Keras takes them: it stretches [n] along the steps, so weights of samples are given as [n, 1]."""
    value = given(value)
    of_samples = kind.startswith("steps") and value is not None and value.ndim == 1
    return value[:, None] if of_samples else value


def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value.tolist() if hasattr(value, "tolist") else value


def by_output(names):
    if isinstance(names, dict):
        return {name: [METRICS[each]() for each in list] for name, list in names.items()}
    return [METRICS[each]() for each in names]


def record(seed, note, kind, *, n=7, batch_size=3, sample_weight=None, class_weight=None,
           validation=None, split=0.0, plain_metrics=(), weighted_metrics=()):
    random = np.random.RandomState(seed)
    make, loss = MODELS[kind]
    model = make()
    start = [random.uniform(-0.8, 0.8, each.shape).round(3) for each in model.get_weights()]
    model.set_weights(start)
    model.compile(
        optimizer=keras.optimizers.SGD(0.5),
        loss=loss,
        metrics=by_output(plain_metrics),
        weighted_metrics=by_output(weighted_metrics),
    )
    x, y = features(random, kind, n), labels(random, kind, n)
    weight = sample_weight(random, n) if sample_weight else None
    combined = weight
    if weight is not None and class_weight is not None:
        # Keras refuses both at once; in TF 2.0 to 2.15 it was their product.
        combined = weight * np.array([class_weight[int(each)] for each in y[:, 0]])
    held = None
    if validation:
        val_x, val_y = features(random, kind, 7), labels(random, kind, 7)
        val_weight = validation(random, 7)
        held = [val_x, val_y] + ([] if val_weight is None else [val_weight])
    validation_data = None
    if held:
        parts = [given(held[0]), given(held[1])] + ([beside(kind, held[2])] if len(held) > 2 else [])
        validation_data = tuple(parts)
    both = weight is not None and class_weight is not None
    history = model.fit(
        given(x), given(y), epochs=2, batch_size=batch_size, shuffle=False, verbose=0,
        sample_weight=beside(kind, combined),
        class_weight=None if both else class_weight,
        validation_data=validation_data, validation_split=split,
    ).history
    evaluation = model.evaluate(
        given(x), given(y), batch_size=batch_size, verbose=0, return_dict=True,
        sample_weight=beside(kind, weight),
    )
    return plain({
        "id": note, "model": kind, "weights": start, "x": x, "y": y,
        "batch_size": batch_size, "sample_weight": weight, "class_weight": class_weight,
        "validation_data": held, "validation_split": split,
        "metrics": plain_metrics, "weighted_metrics": weighted_metrics,
        "history": history, "final_weights": model.get_weights(), "evaluation": evaluation,
    })


def each(random, n):
    return weights(random, [n])


def each_step(random, n):
    return weights(random, [n, 3])


def none(random, n):
    return None


BINARY = ["binary_accuracy", "precision", "recall", "auc"]
cases = [
    record(1, "weights of samples", "dense", sample_weight=each),
    record(2, "weights of samples in one batch", "dense", sample_weight=each, batch_size=32),
    record(3, "weighted and other metrics", "dense", sample_weight=each, plain_metrics=BINARY,
           weighted_metrics=BINARY),
    record(4, "weighted metrics alone", "dense", sample_weight=each, weighted_metrics=BINARY),
    record(5, "the same weighted metric twice", "dense", sample_weight=each,
           plain_metrics=["auc", "auc"], weighted_metrics=["auc", "auc", "precision"]),
    record(6, "weighted metrics without weights", "dense", weighted_metrics=BINARY),
    record(7, "classes weigh weighted metrics, too", "dense", class_weight={0: 0.5, 1: 3.0},
           plain_metrics=["auc"], weighted_metrics=["auc", "recall"]),
    record(8, "weights of classes and samples", "dense", n=10, class_weight={0: 0.5, 1: 3.0},
           sample_weight=each, weighted_metrics=BINARY),
    record(9, "validation with weights", "dense", n=8, sample_weight=each, validation=each,
           plain_metrics=["auc"], weighted_metrics=["auc", "binary_accuracy"]),
    record(210, "validation without weights", "dense", n=9, sample_weight=each, validation=none,
           weighted_metrics=["auc"]),
    record(11, "validation with weights, training without", "dense", validation=each,
           weighted_metrics=["recall"]),
    record(12, "a share of the samples, with its weights", "dense", n=11, sample_weight=each,
           split=0.4, plain_metrics=["recall"], weighted_metrics=["recall"]),
    record(13, "a share of the samples, without the weights of classes", "dense", n=11,
           class_weight={0: 2.0, 1: 0.25}, split=0.4, weighted_metrics=["binary_accuracy"]),
    record(14, "one-hot labels", "softmax", n=9, sample_weight=each, validation=each,
           plain_metrics=["categorical_accuracy"], weighted_metrics=["categorical_accuracy"]),
    record(15, "one-hot labels with weights of classes", "softmax", n=9,
           class_weight={0: 0.5, 1: 2.0, 2: 1.0}, weighted_metrics=["categorical_accuracy"]),
    record(216, "two outputs, weights of each", "two outputs", n=11,
           sample_weight=lambda r, n: {"p": each(r, n), "q": each(r, n)},
           validation=lambda r, n: {"p": each(r, n), "q": each(r, n)},
           plain_metrics={"p": ["auc"], "q": ["mean_squared_error"]},
           weighted_metrics={"p": ["auc", "recall"], "q": ["mean_squared_error", "mean_absolute_error"]}),
    record(17, "two outputs, the same weights for both", "two outputs", n=8, sample_weight=each,
           validation=each, weighted_metrics={"q": ["mean_squared_error"], "p": ["precision"]}),
    record(18, "weights of steps", "steps", sample_weight=each_step, validation=each_step,
           plain_metrics=["binary_accuracy"],
           weighted_metrics=["binary_accuracy", "mean_squared_error", "precision", "auc"]),
    record(19, "weights of steps, as many samples as steps", "steps", n=3, sample_weight=each_step,
           weighted_metrics=["mean_absolute_error", "root_mean_squared_error"]),
    record(20, "weights of samples beside steps", "steps", sample_weight=each, validation=each,
           weighted_metrics=["binary_accuracy", "mean_squared_error"]),
    record(21, "weights of samples beside as many steps", "steps", n=3, sample_weight=each,
           weighted_metrics=["binary_accuracy", "mean_absolute_error"]),
    record(22, "weights of steps of classes", "steps of classes", sample_weight=each_step,
           validation=each_step, plain_metrics=["sparse_categorical_accuracy"],
           weighted_metrics=["sparse_categorical_accuracy"]),
    record(23, "weights of samples beside as many steps of classes", "steps of classes", n=3,
           sample_weight=each, weighted_metrics=["sparse_categorical_accuracy"]),
    record(24, "weights that are negative", "dense",
           sample_weight=lambda r, n: r.uniform(-1, 2, [n]).round(2)),
    record(25, "weights that are all 0", "dense", sample_weight=lambda r, n: np.zeros([n]),
           weighted_metrics=["binary_accuracy", "precision", "recall"]),
]

meta = {"source": f"Keras {keras.__version__}, {keras.backend.backend()}"}
json.dump({"meta": meta, "cases": cases}, sys.stdout, indent=1)
print()
