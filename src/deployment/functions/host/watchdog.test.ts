import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Watchdog } from "./watchdog.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a function that keeps control is given up after its time", () => {
  const expired = vi.fn();
  new Watchdog(1000, expired).resume();
  vi.advanceTimersByTime(999);
  expect(expired).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(expired).toHaveBeenCalledOnce();
});

test("waiting for the host does not count", () => {
  const expired = vi.fn();
  const watchdog = new Watchdog(1000, expired);
  watchdog.resume();
  vi.advanceTimersByTime(900);
  expect(watchdog.report(10)).toBe(true);
  vi.advanceTimersByTime(60_000);
  watchdog.resume();
  vi.advanceTimersByTime(980);
  expect(expired).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(expired).toHaveBeenCalledOnce();
});

test("a message that was on its way when the time was over still counts", () => {
  const expired = vi.fn();
  const watchdog = new Watchdog(1000, expired);
  watchdog.resume();
  vi.advanceTimersByTime(1010);
  expect(watchdog.report(20)).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(expired).not.toHaveBeenCalled();
});

test("a report of more than the time is too much", () => {
  expect(new Watchdog(1000, () => {}).report(1001)).toBe(false);
});
