"""load.py URL CODE --pid PID [--people 5000] [--seconds 10]: a live room full of people, and how long an answer takes to everybody's screen.

Everybody joins, keeps a stream of events open, and answers the running poll once within the given seconds. Prints one line of JSON: connections held,
the server's memory before and after, answers a second, and the time from the server's word that an answer is stored to an event at each watcher
that counts at least as many answers as were stored then. Standard library only; loopback only; ends by itself.
"""

import argparse
import asyncio
import bisect
import json
import re
import time
import urllib.parse


def memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


async def request(host, port, method, path, headers, body=""):
    reader, writer = await asyncio.open_connection(host, port)
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n" + "".join(f"{k}: {v}\r\n" for k, v in headers.items())
    writer.write((head + f"Content-Length: {len(body)}\r\n\r\n" + body).encode())
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return answer.decode(errors="replace")


class Person:
    def __init__(self, room, number):
        self.room, self.number, self.seen, self.streams = room, number, [], False

    async def join(self):
        form = urllib.parse.urlencode({"name": f"Peserta {self.number}", "consent": "1"})
        answer = await request(*self.room.address, "POST", f"/ruang/{self.room.code}/masuk", {"Content-Type": "application/x-www-form-urlencoded"}, form)
        self.cookie = re.search(r"seat=([^;]+)", answer).group(0)
        if self.number == 0:
            page = await request(*self.room.address, "GET", f"/ruang/{self.room.code}", {"Cookie": self.cookie})
            self.room.page = page

    async def token(self):
        page = await request(*self.room.address, "GET", f"/ruang/{self.room.code}", {"Cookie": self.cookie})
        self.form = re.search(r'name="token" value="([^"]+)"', page).group(1)
        self.poll = re.search(r'name="poll" value="([^"]+)"', page).group(1)

    async def watch(self):
        reader, self.writer = await asyncio.open_connection(*self.room.address, limit=1 << 18)
        self.writer.write(f"GET /ruang/{self.room.code}/peristiwa HTTP/1.1\r\nHost: x\r\nCookie: {self.cookie}\r\n\r\n".encode())
        self.streams = True
        try:
            while line := await reader.readline():
                if line.startswith(b"data: {"):
                    poll = json.loads(line[6:]).get("poll") or {}
                    self.seen.append((time.monotonic(), poll.get("answers", 0)))
        except (ConnectionError, asyncio.CancelledError):
            pass
        self.streams = False

    async def answer(self, after):
        await asyncio.sleep(after)
        form = urllib.parse.urlencode({"poll": self.poll, "option": str(self.number % 2), "token": self.form})
        answer = await request(
            *self.room.address, "POST", f"/ruang/{self.room.code}/jawab",
            {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie, "Accept": "application/json"}, form)
        if " 200 " in answer[:20] or " 303 " in answer[:20] or " 204 " in answer[:20]:
            self.room.stored.append(time.monotonic())
        else:
            self.room.errors.append(answer[:60])


class Room:
    def __init__(self, address, code):
        self.address, self.code, self.stored, self.errors = address, code, [], []


async def in_turn(things, at_once):
    gate = asyncio.Semaphore(at_once)

    async def one(thing):
        async with gate:
            await thing

    await asyncio.gather(*map(one, things))


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("code")
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    place = urllib.parse.urlsplit(options.url)
    assert place.hostname == "127.0.0.1", "loopback only"
    room = Room((place.hostname, place.port), options.code)
    people = [Person(room, number) for number in range(options.people)]
    before = memory(options.pid)
    started = time.monotonic()
    await in_turn([person.join() for person in people], 100)
    joined = time.monotonic() - started
    await in_turn([person.token() for person in people], 100)
    watches = []
    for person in people:
        watches.append(asyncio.create_task(person.watch()))
        if len(watches) % 200 == 0:
            await asyncio.sleep(0.05)
    await asyncio.sleep(3)
    held, with_all = sum(person.streams for person in people), memory(options.pid)
    started = time.monotonic()
    await asyncio.gather(*(person.answer(options.seconds * number / options.people) for number, person in enumerate(people)))
    answering = time.monotonic() - started
    await asyncio.sleep(3)
    still = sum(person.streams for person in people)
    for watch in watches:
        watch.cancel()
    stored = sorted(room.stored)
    delays = []
    sample = range(0, len(stored), max(len(stored) // 200, 1))
    for person in people[:: max(options.people // 500, 1)]:
        counts = [count for _, count in person.seen]
        for place in sample:
            at = bisect.bisect_left(counts, place + 1)
            if at < len(counts):
                delays.append(person.seen[at][0] - stored[place])
            else:
                delays.append(float("inf"))
    delays.sort()
    quantile = lambda share: round(delays[min(int(len(delays) * share), len(delays) - 1)] * 1000)
    print(json.dumps({
        "people": options.people, "connections": held, "still": still, "joining_per_second": round(options.people / joined),
        "memory_before_mib": before, "memory_with_all_mib": with_all, "answers": len(stored), "errors": len(room.errors),
        "first_error": room.errors[:1], "answers_per_second": round(len(stored) / answering), "milliseconds": {
            "p50": quantile(0.5), "p95": quantile(0.95), "p99": quantile(0.99), "max": quantile(1)}}))


asyncio.run(main())
