import userCog from 'lucide-static/icons/user-cog.svg' with { type: 'text' }
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { people } from '../words/people'
import type { MenuEntry } from './context'

/** Where they are, and one of them, and what is done to them. */
export const peoplePaths = {
  list: paths.office.of('people'),
  page: (id: string) => paths.office.of('people', id),
  revision: (id: string) => paths.office.of('people', id, 'revision'),
  invitation: (id: string) => paths.office.of('people', id, 'invitation'),
  password: (id: string) => paths.office.of('people', id, 'password'),
  disabling: (id: string) => paths.office.of('people', id, 'disabling'),
  enabling: (id: string) => paths.office.of('people', id, 'enabling'),
  removal: (id: string) => paths.office.of('people', id, 'removal'),
  factorRemoval: (id: string) => paths.office.of('people', id, 'second-factor', 'removal'),
  providerRemoval: (id: string, provider: string) =>
    paths.office.of('people', id, 'providers', provider, 'removal'),
  sessionsRemoval: (id: string) => paths.office.of('people', id, 'sessions', 'removal'),
  sessionRemoval: (id: string, mark: string) =>
    paths.office.of('people', id, 'sessions', mark, 'removal'),
} as const

export const peopleInMenu = {
  path: peoplePaths.list,
  icon: drawn(userCog),
  words: people,
} satisfies MenuEntry
