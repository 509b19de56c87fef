import listChecks from 'lucide-static/icons/list-checks.svg' with { type: 'text' }
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { firstStepWords } from '../../words/first-steps'
import type { MenuEntry } from '../context'

export const firstStepPaths = {
  page: paths.office.of('first-steps'),
  away: paths.office.of('first-steps', 'away'),
} as const

export const firstStepsInMenu = {
  group: 'today',
  path: firstStepPaths.page,
  icon: drawn(listChecks),
  words: firstStepWords,
} satisfies MenuEntry
