"""Measures one function of peers.py on worlds written by run.ts; prints one line of JSON per world, as measure.ts does.

    measure.py FUNCTION FOLDER SIZE [FOLDER SIZE ...]
"""
import hashlib
import json
import os
import re
import sys
import time

import numpy as np

import peers

WARM_SECONDS = 0.4
COUNTED_SECONDS = 0.1
MOST_REPEATS = 10_000


def megabytes(field):
    with open("/proc/self/status", encoding="utf-8") as status:
        return int(re.search(field + r":\s+(\d+) kB", status.read()).group(1)) / 1024


def forget_peak():
    with open("/proc/self/clear_refs", "w", encoding="utf-8") as refs:
        refs.write("5")


def read(folder):
    arrays, digest = {}, hashlib.sha256()
    for file in sorted(os.listdir(folder)):
        name, kind = file.rsplit(".", 1)
        arrays[name] = np.fromfile(os.path.join(folder, file), dtype=kind)
        digest.update(arrays[name].tobytes())
    return arrays, digest.hexdigest()[:16]


def repeated(run, seconds):
    """Does the work until it has taken `seconds`, at least once; the times are sums."""
    began, used, repeats, cpu = time.perf_counter(), time.process_time(), 0, 0
    while repeats == 0 or (cpu < seconds and repeats < MOST_REPEATS):
        finding = run()
        cpu, repeats = time.process_time() - used, repeats + 1
    return finding, cpu, time.perf_counter() - began, repeats


def measure(prepare, folder, size):
    before_build = time.process_time()
    arrays, checksum = read(folder)
    run = prepare(size, **arrays)
    build = time.process_time() - before_build
    forget_peak()
    before = megabytes("VmRSS")
    finding, cpu, wall, repeats = repeated(run, 0)
    peak = megabytes("VmHWM")
    if cpu < WARM_SECONDS:
        repeated(run, WARM_SECONDS - cpu)
        finding, cpu, wall, repeats = repeated(run, COUNTED_SECONDS)
    return {"size": size, "input": checksum, "finding": {name: float(value) for name, value in finding.items()}, "cpuSeconds": cpu / repeats, "wallSeconds": wall / repeats,
            "buildSeconds": build, "peakMegabytes": peak, "workMegabytes": max(0, peak - before)}


for at in range(2, len(sys.argv), 2):
    print(json.dumps(measure(getattr(peers, sys.argv[1]), sys.argv[at], int(sys.argv[at + 1]))), flush=True)
