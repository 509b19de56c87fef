import { type Address, addressOf } from '../../actors/address'
import type { AnyEvent } from '../../actors/events'
import { systemClock } from '../../src/clock'
import { statePaths } from '../../views/office/statechart/state-paths'
import { reach } from '../actors/conversation/events'
import { json } from './ask'
import { type Office, openOffice } from './office'

/** When the events of the examples happen. */
const EXAMPLE_AT = 1_000_000

/** An example as it happens now, so that no clock of it is due long since. */
const asNow = (event: AnyEvent, now: number): AnyEvent => ({
  ...event,
  at: now,
  ...('until' in event && typeof event.until === 'number'
    ? { until: event.until - EXAMPLE_AT + now }
    : {}),
})

export type State = keyof typeof reach
export const states = Object.keys(reach).filter((state) => state !== 'unopened') as State[]

/** An office in which conversations are led to any state. */
export const openStates = async () => {
  const office: Office = await openOffice()
  const { system, clock } = office.desk.desk
  const send = (address: Address, event: AnyEvent) =>
    system.send(address, asNow(event, clock.now()) as never)
  return {
    ...office,
    send,
    /** The id of one that is in a state. */
    async lead(state: State): Promise<string> {
      const id = systemClock.id()
      for (const event of reach[state]) await send(addressOf('conversation', id), event)
      return id
    },
    /** What its page says to a program, and to a person. */
    async both(id: string, at?: number) {
      const path =
        at === undefined
          ? statePaths.page('conversation', id)
          : statePaths.at('conversation', id, at)
      const told = JSON.parse((await office.get(path, json)).text)
      const shown = await office.get(path)
      return { told, shown: shown.text, status: shown.status }
    },
  }
}

/** The states that a page has lit, as it draws them. */
export const litIn = (html: string): string[] =>
  [...html.matchAll(/<g class="state (\w+) now" data-state="([^"]+)"/g)].map(([, , id = '']) => id)
