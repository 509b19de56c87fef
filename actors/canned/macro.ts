import { addressOf } from '../address'

/** Where it is rung that macros have changed. */
export const MACROS = addressOf('department', 'macros')

/** Something of a macro, in the words of who made it: what is done, and with what. */
export type MacroAct = { does: string; value: string }

/** What is done to a conversation by one press, all of it or nothing. */
export type Macro = {
  id: string
  /** No two read alike. */
  name: string
  /** For whom: who belongs to one of these departments; for everybody where it names none. */
  departments: readonly string[]
  /** In order. */
  acts: readonly MacroAct[]
  /** Another one with each change. */
  version: string
}

/** How many acts one has, how many there are, and code points of a name. */
export const macroLimits = { acts: 10, count: 200, name: 80 } as const

export const isMacroFor = (
  { departments }: Macro,
  person: { departments: readonly string[] },
): boolean =>
  departments.length === 0 || departments.some((one) => person.departments.includes(one))
