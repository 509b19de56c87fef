import { describe, expect, test } from 'bun:test'
import { briefTime, dayName, words } from '../../views/words'
import { clock, dayOf, daysBetween, stopwatch } from '../../views/words/times'

const noon = Date.UTC(2026, 10, 20, 12, 0)

describe('clocks', () => {
  test('show the hour of a zone, by name or by offset', () => {
    expect(clock(noon, 'UTC')).toBe('12:00')
    expect(clock(noon, 'Europe/Berlin')).toBe('13:00')
    expect(clock(noon, 'Asia/Kolkata')).toBe('17:30')
    expect(clock(noon, '-03:30')).toBe('08:30')
  })

  test('change with summer time, to the minute', () => {
    const change = Date.UTC(2026, 2, 29, 1, 0)
    expect(clock(change - 60_000, 'Europe/Berlin')).toBe('01:59')
    expect(clock(change, 'Europe/Berlin')).toBe('03:00')
  })

  test('a zone nobody knows is UTC', () => {
    expect(clock(noon, 'Atlantis/Poseidonis')).toBe('12:00')
    expect(clock(noon, '')).toBe('12:00')
  })
})

describe('days', () => {
  const midnight = Date.UTC(2026, 10, 20, 23, 30)

  test('begin where the reader is', () => {
    expect(dayOf(midnight, 'UTC')).toBe('2026-11-20')
    expect(dayOf(midnight, 'Europe/Berlin')).toBe('2026-11-21')
    expect(daysBetween(midnight - 3_600_000, midnight, 'Europe/Berlin')).toBe(1)
  })

  test('have names in both languages', () => {
    expect(dayName(noon, noon, 'UTC', 'en')).toBe('Today')
    expect(dayName(noon - 86_400_000, noon, 'UTC', 'zh')).toBe('昨天')
    expect(dayName(noon - 3 * 86_400_000, noon, 'UTC', 'en')).toBe('Tuesday 17 November 2026')
    expect(dayName(noon - 3 * 86_400_000, noon, 'UTC', 'zh')).toBe('2026年11月17日 星期二')
  })

  test('are short in a list', () => {
    expect(briefTime(noon, noon + 60_000, 'UTC', 'en')).toBe('12:00')
    expect(briefTime(noon, noon + 86_400_000, 'UTC', 'en')).toBe('Yesterday')
    expect(briefTime(noon, noon + 9 * 86_400_000, 'UTC', 'zh')).toBe('11月20日')
  })
})

describe('lengths of time', () => {
  test('count up like a stopwatch and never go below zero', () => {
    expect([26_400, 725_000, 3_731_000, -5].map(stopwatch)).toEqual([
      '0:26',
      '12:05',
      '1:02:11',
      '0:00',
    ])
  })

  test('are said in one unit', () => {
    const { duration } = words.en.times
    expect([1000, 18_000, 60_000, 240_000, 7_200_000].map(duration)).toEqual([
      '1 second',
      '18 seconds',
      '1 minute',
      '4 minutes',
      '2 hours',
    ])
    expect(words.zh.times.duration(240_000)).toBe('4 分钟')
  })

  test('an estimate is honest: never negative, never exact', () => {
    const { estimate } = words.en.times
    expect([-9, 0, 45_000, 170_000, 3_600_000, 9_000_000].map(estimate)).toEqual([
      'about a minute',
      'about a minute',
      'about a minute',
      'about 3 minutes',
      'about an hour',
      'about 3 hours',
    ])
    expect(words.zh.times.estimate(-9)).toBe('大约 1 分钟')
  })

  test('places are counted in words', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(words.en.times.ordinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th',
    )
  })
})
