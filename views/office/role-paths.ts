import shieldCheck from 'lucide-static/icons/shield-check.svg' with { type: 'text' }
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import type { Language } from '../words/language'
import { roles } from '../words/roles'
import type { MenuEntry } from './context'

/** Where they are, and one of them, and what is done to it. */
export const rolePaths = {
  list: paths.office.of('roles'),
  page: (id: string) => paths.office.of('roles', id),
  revision: (id: string) => paths.office.of('roles', id, 'revision'),
  removal: (id: string) => paths.office.of('roles', id, 'removal'),
  factor: (id: string) => paths.office.of('roles', id, 'second-factor'),
} as const

export const rolesInMenu = {
  path: rolePaths.list,
  icon: drawn(shieldCheck),
  words: roles,
} satisfies MenuEntry

/** What a role is called: a built-in one in the reader's language, another by the name it was given. */
export type NamedRole = { id: string; name: string | null }

export const roleName = ({ id, name }: NamedRole, language: Language): string => {
  const { builtIn, gone } = roles[language]
  return name ?? (Object.hasOwn(builtIn, id) ? builtIn[id as keyof typeof builtIn] : gone)
}
