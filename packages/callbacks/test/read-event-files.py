"""Prints what TensorBoard reads in each folder of a log directory, as JSON."""

import json
import math
import os
import sys

from tensorboard.backend.event_processing import plugin_event_accumulator as event_accumulator
from tensorboard.plugins.graph import keras_util
from tensorboard.plugins.histogram import summary_v2
from tensorboard.util import tensor_util


def number(value):
    value = float(value)
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def content(tensor):
    array = tensor_util.make_ndarray(tensor)
    if array.dtype.kind in "fi":
        return [number(value) for value in array.flatten()]
    graph = keras_util.keras_model_to_graph_def(json.loads(array.item()))
    return [{"name": node.name, "inputs": list(node.input)} for node in graph.node]


def read(folder):
    everything = dict.fromkeys(event_accumulator.DEFAULT_SIZE_GUIDANCE, 0)
    events = event_accumulator.EventAccumulator(folder, size_guidance=everything)
    events.Reload()
    return {
        tag: {
            "plugin": events.SummaryMetadata(tag).plugin_data.plugin_name,
            "dataClass": events.SummaryMetadata(tag).data_class,
            "steps": [event.step for event in events.Tensors(tag)],
            "values": [content(event.tensor_proto) for event in events.Tensors(tag)],
        }
        for tag in events.Tags()["tensors"]
    }


if sys.argv[1] == "--histograms":
    # The histograms TensorBoard itself makes of lists of numbers.
    lists = json.load(sys.stdin)
    print(json.dumps([content(summary_v2.histogram_pb("_", values).value[0].tensor) for values in lists]))
else:
    root = sys.argv[1]
    print(json.dumps({name: read(os.path.join(root, name)) for name in sorted(os.listdir(root))}))
