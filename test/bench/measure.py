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
MOST_REPEATS = 20


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


def measure(prepare, folder, size):
    before_build = time.process_time()
    arrays, checksum = read(folder)
    run = prepare(size, **arrays)
    build = time.process_time() - before_build
    forget_peak()
    before = megabytes("VmRSS")
    spent = repeat = 0
    while repeat < MOST_REPEATS and spent < WARM_SECONDS:
        began, used = time.perf_counter(), time.process_time()
        finding = run()
        cpu, wall = time.process_time() - used, time.perf_counter() - began
        if repeat == 0:
            peak = megabytes("VmHWM")
        spent, repeat = spent + cpu, repeat + 1
    return {"size": size, "input": checksum, "finding": {name: float(value) for name, value in finding.items()}, "cpuSeconds": cpu, "wallSeconds": wall,
            "buildSeconds": build, "peakMegabytes": peak, "workMegabytes": max(0, peak - before)}


for at in range(2, len(sys.argv), 2):
    print(json.dumps(measure(getattr(peers, sys.argv[1]), sys.argv[at], int(sys.argv[at + 1]))), flush=True)
