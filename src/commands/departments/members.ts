import { z } from 'zod'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { changePerson } from '../accounts/change-person'
import type { Desk } from '../desk'

/** Who is to answer there, by their id. */
export const memberForm = z.strictObject({ person: holding('value', z.string().max(64)) })

type Membership = {
  department: string
  person: string
  belongs: boolean
  /** Which version they are of now; undefined when they are gone. */
  versionNow: (person: string) => Promise<string | undefined>
}

/**
 * Somebody answers in a department from now on, or no more: as on their own page, and all else of them
 * stays. What is so already is done.
 * Problems: missing `accountUnknown`, invalid `placeMissing` where they have no other, and those of `changePerson`.
 */
export const setMembership = async (
  desk: Desk,
  by: Staff,
  { department, person, belongs, versionNow }: Membership,
): Promise<null | Problem> => {
  // Before what it is of is read: who changes them meanwhile is not written over.
  const version = await versionNow(person)
  const agent = await desk.store.agents.find(person)
  if (!agent) return new Problem('missing', 'accountUnknown')
  const others = agent.departments.filter((id) => id !== department)
  const departments = belongs ? [...others, department] : others
  if (departments.length === agent.departments.length) return null
  if (departments.length === 0) return new Problem('invalid', 'placeMissing')
  const whose = { id: person, versionNow: () => versionNow(person) }
  const outcome = await changePerson(desk, by, whose, { version, departments })
  return isProblem(outcome) ? outcome : null
}
