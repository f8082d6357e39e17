"""Runs alerts through time on DataFusion, the engine of Logfire: JSON on standard input and output.

Input: {"timelines": {name: {"records": [row], "metrics": [row]}}, "watches": [{"timeline": name, "sql": text, "window": seconds, "runs": [time]}]}.
Output: for each watch {"matches": [whether the run returned a row]} or {"error": text}.
A row has the columns that are not null, and `at`, when it began. Times are in seconds after the start of the timeline.

A run sees what had ended by then, and began in the window before it: Logfire stores a span when it ends.
"""
import bisect
import datetime
import json
import re
import sys
from pathlib import Path

import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[2] / "queries" / "engine"))
from engine import METRICS, RECORDS, STRING, empty_context, runnable  # noqa: E402

START = datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc)
NOW = re.compile(rf"\bnow\(\)|{STRING}", re.IGNORECASE)
TABLES = (("records", "start_timestamp", RECORDS), ("metrics", "recorded_timestamp", METRICS))


def moment(seconds):
    return START + datetime.timedelta(seconds=seconds)


def columns_of(row, column):
    """The row as its table has it. A span has an end."""
    columns = {column: moment(row["at"]), **{key: row[key] for key in row if key != "at"}}
    if row.get("duration") is not None:
        columns["end_timestamp"] = moment(row["at"] + row["duration"])
    return columns


class Timeline:
    def __init__(self, rows):
        self.tables = []
        for name, column, schema in TABLES:
            given = sorted(rows.get(name, []), key=lambda row: row["at"])
            began = [row["at"] for row in given]
            ended = [row["at"] + (row.get("duration") or 0) for row in given]
            self.tables.append((name, schema, began, ended, pa.Table.from_pylist([columns_of(row, column) for row in given], schema=schema)))

    def fill(self, context, now, window):
        for name, schema, began, ended, table in self.tables:
            first, after = bisect.bisect_left(began, now - window), bisect.bisect_right(began, now)
            seen = table.slice(first, after - first).filter(pa.array([end <= now for end in ended[first:after]], type=pa.bool_()))
            context.deregister_table(name)
            context.register_record_batches(name, [seen.to_batches() or [pa.RecordBatch.from_pylist([], schema=schema)]])


def at(sql, now):
    """The query with its time as a value."""
    value = f"arrow_cast('{moment(now).isoformat()}', 'Timestamp(Microsecond, Some(\"+00:00\"))')"
    return NOW.sub(lambda match: value if match[0].lower() == "now()" else match[0], sql)


def main():
    given = json.load(sys.stdin)
    timelines = {name: Timeline(rows) for name, rows in given["timelines"].items()}
    context = empty_context()
    results = []
    for watch in given["watches"]:
        sql = runnable(watch["sql"])
        try:
            matches = []
            for now in watch["runs"]:
                timelines[watch["timeline"]].fill(context, now, watch["window"])
                matches.append(any(batch.num_rows for batch in context.sql(at(sql, now)).collect()))
            results.append({"matches": matches})
        except Exception as error:
            results.append({"error": f"{error}\n{sql}"})
    json.dump(results, sys.stdout)


main()
