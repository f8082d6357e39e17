"""One measured synth in a process of its own: `python synth_once.py PROGRAM COUNT FOLDER`. Prints seconds and kernel calls as JSON."""

import importlib
import json
import sys
import time

from cdktf import App, TerraformStack
from jsii._kernel.providers.process import _NodeProcess

program, count, outdir = sys.argv[1:]
describe = importlib.import_module(program).describe
kernel_calls = 0
send = _NodeProcess.send


def counted_send(*args):
    global kernel_calls
    kernel_calls += 1
    return send(*args)


_NodeProcess.send = counted_send
start = time.perf_counter()
app = App(outdir=outdir)
describe(TerraformStack(app, "app"), int(count))
app.synth()
print(json.dumps({"seconds": time.perf_counter() - start, "kernelCalls": kernel_calls}))
