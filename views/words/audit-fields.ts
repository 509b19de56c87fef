import { emptyProfile } from '../../actors/visitor/profile'
import { canned } from './canned'
import { departments } from './departments'
import { factors } from './factors'
import { forms } from './forms'
import { hours } from './hours'
import { wordsIn } from './index'
import type { Language } from './language'
import { people } from './people'
import { permissionWords } from './permissions'
import { providers } from './providers'
import { routing } from './routing'
import { rules } from './rules'
import { settings } from './settings'
import { sites } from './sites'
import { tags } from './tags'
import { wrapUp } from './wrap-up'

type Labels = Readonly<Record<string, string>>

const settingLabels = (settings: Readonly<Record<string, { label: string }>>): Labels =>
  Object.fromEntries(Object.entries(settings).map(([key, { label }]) => [key, label]))

/** What is written down of a visitor, by the names of its fields. */
const profileLabels = (words: object): Labels =>
  Object.fromEntries(
    Object.keys(emptyProfile).flatMap((key) => {
      const said: unknown = Reflect.get(words, key)
      return typeof said === 'string' ? [[key, said]] : []
    }),
  )

const labelsIn = (language: Language): Readonly<Record<string, Labels>> => {
  const [person, reply, form] = [people[language], canned[language], forms[language]]
  const tag = tags[language]
  const service = providers[language]
  const whole = settingLabels(settings[language].settings)
  const { visitors, workbench } = wordsIn(language)
  const { name, email, role, departments: where } = person
  return {
    account: { name, email, role, departments: where, ...settingLabels(person.settings) },
    role: { name, second_factor: factors[language].title },
    desk: { hours: hours[language].title },
    department: {
      ...settingLabels(departments[language].settings),
      ...settingLabels(routing[language].settings),
      ...{ name: departments[language].newName, removed: departments[language].isRemoved },
      hours: hours[language].title,
      wrapUpFields: wrapUp[language].office.title,
    },
    visitor: { name: workbench.name, email: workbench.email, ...profileLabels(visitors) },
    canned: {
      ...{ code: reply.code, title: reply.titleLabel, folder: reply.folder, body: reply.body },
      ...{ bodies: reply.body, scope: reply.scope, departments: reply.departments },
    },
    provider: {
      ...{ label: service.label, issuer: service.issuer, client: service.clientId },
      ...{ domains: service.domains, role: service.role, counts: service.counts },
    },
    tag: { ...{ name: tag.name, color: tag.color, description: tag.description }, value: tag.name },
    ...{ 'desk.brand': whole, 'desk.uploads': whole, 'desk.notices': whole, 'desk.tags': whole },
    ...{ 'desk.retention': whole, 'desk.masking': whole, 'desk.addresses': whole },
    'desk.customers': whole,
    'desk.logo': { mark: settings[language].logoChoose },
    // As it was told before it was one of them.
    customers: { value: whole.customers ?? '' },
    macro: {
      ...{ name: rules[language].name, departments: rules[language].departments },
      steps: rules[language].acts,
    },
    sites: {
      ...{ origins: sites[language].origins, position: sites[language].position },
      color: sites[language].color,
    },
    form: {
      ...{ fields: form.field, consent: form.consent, greeting: form.welcome },
      questions: form.questions,
    },
  }
}

/**
 * What a field that an act changed is called where the office shows it, by the address of what was done to;
 * undefined where it has no name there.
 */
export const fieldLabel = (
  field: string,
  object: string,
  language: Language,
): string | undefined => {
  const [kind = '', of = ''] = object.split(/[:/]/)
  const labels = labelsIn(language)[kind === 'setting' ? of : kind] ?? {}
  if (Object.hasOwn(labels, field)) return labels[field]
  const said = kind === 'role' ? permissionWords(field, language) : field
  return said === field ? undefined : said
}
