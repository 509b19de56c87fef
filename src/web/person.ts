import type { Staff, Visitor } from '../../actors/people'
import { may } from '../policies/may'
import type { Ask } from './context'

/** Who asks at a route that is for staff: the gate lets nobody else come there. */
export const staff = (c: Ask): Staff => {
  const person = c.get('person')
  if (!may.work(person)) throw new Error('a staff route without staff')
  return person
}

export const visitor = (c: Ask): Visitor | null => {
  const person = c.get('person')
  return person?.kind === 'visitor' ? person : null
}
