"""Runs queries on DataFusion, the engine of Logfire: JSON on standard input and output.

Input: {"datasets": {name: {"records": [row], "metrics": [row]}}, "runs": [{"dataset": name, "sql": text}]}.
Output: for each run {"rows": [row], "standIns": [name]} or {"error": text}.
A row has the columns that are not null. `ago` is how many seconds before now it was recorded.
"""
import datetime
import functools
import json
import re
import sys

import pyarrow as pa
from datafusion import Accumulator, SessionConfig, SessionContext, udaf, udf

TIME = pa.timestamp("us", tz="+00:00")
TEXT, SMALL, LONG, DOUBLE, FLAG = pa.string(), pa.int16(), pa.int64(), pa.float64(), pa.bool_()

# The columns that Logfire documents. JSON is text here, because the type that Logfire has for it is not in DataFusion.
RECORDS = pa.schema(
    [(name, TIME) for name in ("start_timestamp", "end_timestamp")]
    + [("duration", DOUBLE), ("level", SMALL), ("is_exception", FLAG), ("http_response_status_code", pa.int32()), ("process_pid", pa.int32())]
    + [(name, TEXT) for name in (
        "trace_id", "span_id", "parent_span_id", "span_name", "message", "kind", "exception_type", "exception_message", "exception_stacktrace",
        "attributes", "otel_resource_attributes", "otel_scope_name", "otel_scope_version", "otel_status_code", "otel_status_message",
        "service_name", "service_namespace", "service_version", "service_instance_id", "deployment_environment", "http_method", "http_route",
        "url_full", "url_path", "url_query", "telemetry_sdk_name", "telemetry_sdk_language", "telemetry_sdk_version")]
)
METRICS = pa.schema(
    [(name, TIME) for name in ("recorded_timestamp", "start_timestamp")]
    + [("is_monotonic", FLAG), ("process_pid", pa.int32())]
    + [(name, DOUBLE) for name in ("scalar_value", "histogram_min", "histogram_max", "histogram_count", "histogram_sum")]
    + [(name, TEXT) for name in (
        "metric_name", "metric_type", "unit", "aggregation_temporality", "metric_description", "value", "attributes", "otel_resource_attributes",
        "otel_scope_name", "otel_scope_version", "service_name", "service_namespace", "service_version", "service_instance_id",
        "deployment_environment")]
)

NOW = datetime.datetime.now(datetime.timezone.utc)


def rows_with_times(rows, column):
    for row in rows:
        row = dict(row)
        row[column] = NOW - datetime.timedelta(seconds=row.pop("ago"))
        yield row


def table(rows, column, schema):
    return pa.Table.from_pylist(list(rows_with_times(rows, column)), schema=schema)


def scalar(name, function, inputs, result):
    """A function of one row. Logfire has it, and DataFusion has not."""
    def apply(*arrays):
        return pa.array([None if None in values else function(*values) for values in zip(*(array.to_pylist() for array in arrays))], type=result)
    return udf(apply, inputs, result, "immutable", name)


# Attributes and points are read many times, and never changed.
read_json = functools.lru_cache(maxsize=None)(json.loads)


def json_as_text(text, key):
    value = read_json(text).get(key)
    return None if value is None else value if isinstance(value, str) else json.dumps(value)


def parse_interval(text):
    amount, unit = text.split()
    return float(amount) * {"second": 1, "minute": 60, "hour": 3600, "day": 86400}[unit.rstrip("s")]


def time_bucket(width, time):
    seconds = parse_interval(width)
    return datetime.datetime.fromtimestamp(time.timestamp() // seconds * seconds, datetime.timezone.utc)


def numbers(value):
    """The values of a point: those of a histogram, or the one of a gauge or counter."""
    value = read_json(value)
    return value if isinstance(value, list) else [value]


class Points(Accumulator):
    """Collects points as text."""

    def __init__(self):
        self.points = []

    def collect(self, *arrays):
        self.points += [json.dumps(values, default=lambda time: time.timestamp()) for values in zip(*(array.to_pylist() for array in arrays))]

    def update(self, *arrays):
        self.collect(*arrays)

    def merge(self, states):
        for state in states.to_pylist():
            self.points += json.loads(state) if isinstance(state, str) else json.loads(state[0])

    def state(self):
        return [pa.scalar(json.dumps(self.points))]

    def read(self):
        return [json.loads(point) for point in self.points]


class Quantile(Points):
    def evaluate(self):
        points = self.read()
        values = sorted(number for _, value in points for number in numbers(value))
        if not values:
            return pa.scalar(None, DOUBLE)
        return pa.scalar(float(values[min(len(values) - 1, int(points[0][0] * len(values)))]), DOUBLE)


class Increase(Points):
    """Of a running total. It knows no streams, so that a query that forgets to separate them gives a wrong number."""

    def total(self):
        ordered = [numbers(value)[0] for value, _ in sorted(self.read(), key=lambda point: point[1])]
        return sum(later - earlier if later >= earlier else later for earlier, later in zip(ordered, ordered[1:]))

    def evaluate(self):
        return pa.scalar(float(self.total()), DOUBLE)


class Rate(Increase):
    def evaluate(self):
        times = [time for _, time in self.read()]
        passed = max(times) - min(times) if times else 0
        return pa.scalar(float(self.total()) / passed if passed else None, DOUBLE)


LEVELS = {1: "trace", 5: "debug", 9: "info", 13: "warn", 17: "error", 21: "fatal"}
SCALARS = [
    scalar("json_as_text", json_as_text, [TEXT, TEXT], TEXT),
    scalar("json_contains", lambda text, key: key in read_json(text), [TEXT, TEXT], FLAG),
    scalar("time_bucket", time_bucket, [TEXT, TIME], TIME),
    scalar("level_name", lambda level: LEVELS[level], [SMALL], TEXT),
    scalar("metric_sum", lambda value: float(sum(numbers(value))), [TEXT], DOUBLE),
    scalar("metric_count", lambda value: len(numbers(value)), [TEXT], LONG),
    scalar("metric_max", lambda value: float(max(numbers(value))), [TEXT], DOUBLE),
    scalar("metric_min", lambda value: float(min(numbers(value))), [TEXT], DOUBLE),
]
AGGREGATES = [
    udaf(Quantile, [DOUBLE, TEXT], DOUBLE, [TEXT], "immutable", "metric_quantile"),
    udaf(Increase, [TEXT, TIME], DOUBLE, [TEXT], "immutable", "metric_increase"),
    udaf(Rate, [TEXT, TIME], DOUBLE, [TEXT], "immutable", "metric_rate"),
]
NAMES = ("json_as_text", "json_contains", "time_bucket", "level_name", "metric_sum", "metric_count", "metric_max", "metric_min",
         "metric_quantile", "metric_increase", "metric_rate")
OPERATORS = {"->>": "json_as_text", "?": "json_contains"}
STRING = r"'(?:[^']|'')*'"
JSON_ACCESS = re.compile(rf"(\w+)\s*(->>|\?)\s*({STRING})|{STRING}")
VARIABLE = re.compile(rf"\$(\w+)|{STRING}")
VALUES = {"resolution": "1 minute"}


def runnable(sql):
    """What Logfire does before DataFusion sees the query: variables become quoted values, and JSON operators become functions."""
    sql = VARIABLE.sub(lambda match: f"'{VALUES.get(match[1], 'production')}'" if match[1] else match[0], sql)
    return JSON_ACCESS.sub(lambda match: f"{OPERATORS[match[2]]}({match[1]}, {match[3]})" if match[2] else match[0], sql)


def empty_context():
    config = SessionConfig().set("datafusion.sql_parser.dialect", "PostgreSQL").with_target_partitions(1)
    made = SessionContext(config)
    for function in SCALARS:
        made.register_udf(function)
    for function in AGGREGATES:
        made.register_udaf(function)
    return made


def context(dataset):
    made = empty_context()
    for name, column, schema in (("records", "start_timestamp", RECORDS), ("metrics", "recorded_timestamp", METRICS)):
        made.register_record_batches(name, [table(dataset.get(name, []), column, schema).to_batches() or [pa.RecordBatch.from_pylist([], schema=schema)]])
    return made


def main():
    given = json.load(sys.stdin)
    contexts = {name: context(dataset) for name, dataset in given["datasets"].items()}
    results = []
    for run in given["runs"]:
        sql = runnable(run["sql"])
        try:
            batches = contexts[run["dataset"]].sql(sql).collect()
            rows = [row for batch in batches for row in batch.to_pylist()]
            code = re.sub(STRING, "", sql)
            results.append({"rows": rows, "standIns": [name for name in NAMES if name in code]})
        except Exception as error:
            results.append({"error": f"{error}\n{sql}"})
    json.dump(results, sys.stdout, default=lambda time: time.timestamp())


if __name__ == "__main__":
    main()
