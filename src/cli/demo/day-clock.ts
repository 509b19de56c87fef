import { type Clock, systemClock } from '../../clock'

/**
 * A clock that stands still until it is set, with ids and chance that are the same every time. Its
 * timers are the machine's own: nothing of the day waits for one.
 */
export type DayClock = Clock & { set(at: number): void }

export const openDayClock = (start: number): DayClock => {
  let now = start
  let made = 0
  let seed = 1
  return {
    ...systemClock,
    now: () => now,
    ticks: () => now,
    set: (at) => {
      now = Math.max(now, at)
    },
    id: () => {
      made += 1
      return uuidOf(now, made)
    },
    chance: () => {
      // Park and Miller's generator: enough for jitter.
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    },
  }
}

/** A UUIDv7 whose random part is a running number: in the order of its making. */
const uuidOf = (at: number, n: number): string => {
  const time = at.toString(16).padStart(12, '0')
  const count = (n % 0x1000).toString(16).padStart(3, '0')
  const tail = new Bun.CryptoHasher('sha256').update(`${n}`).digest('hex').slice(0, 15)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-8${tail.slice(0, 3)}-${tail.slice(3)}`
}
