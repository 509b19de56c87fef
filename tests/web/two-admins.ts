import { pageAt, routes } from '../../src/web/routes'
import { cannedOfDesk } from '../../views/office/canned'
import { departmentPaths } from '../../views/office/departments'
import { formPaths } from '../../views/office/forms'
import { peoplePaths } from '../../views/office/people-paths'
import { providerPaths } from '../../views/office/providers/paths'
import { rolePaths } from '../../views/office/role-paths'
import { routingPath } from '../../views/office/routing'
import { rulePaths } from '../../views/office/rules'
import { sitesPaths } from '../../views/office/sites'
import { tagPaths } from '../../views/office/tags/details'
import { textPaths } from '../../views/office/texts/paths'
import { visitorPaths } from '../../views/office/visitors/list'
import { wrapUpPaths } from '../../views/office/wrap-up'
import { formsOf } from '../support/page-forms'
import { deskScenes, hoursScenes } from './desk-scenes'
import type { Office } from './office'
import {
  asked,
  department,
  macro,
  person,
  provider,
  reply,
  role,
  tag,
  visitor,
} from './office-things'

type Fields = Readonly<Record<string, string>>

/** A form that two have open: what the one saves, and what the other sends after that. */
export type Scene = {
  /** The route's path. */
  path: string
  about: string
  /** What it is about, made for this alone; the page has no `:id` without it. */
  id?: (office: Office) => Promise<string>
  /** The page it stands on, where that is not the nearest above it. */
  page?: string
  /** Which of several forms of the page with this address it is. */
  which?: (fields: Fields) => boolean
  one: Fields
  /** What a third saves, where all of them have the same thing open in every test. */
  third?: Fields
  /** The form that the one uses, where it is another. */
  by?: string
  other: Fields
  /** What is shown of what is saved now, where that is not each value as it was typed. */
  shows?: readonly string[]
  /** What no page can send back, as the file of a form: it is chosen again. */
  again?: Fields
}

const ID = ':id'

const isNew = ({ was }: Fields) => was === ''
const isOf = (key: string) => (fields: Fields) => fields.was?.includes(key) === true

/** Fields that are asked, wherever they are. */
const fieldScenes = (fields: (id: string) => string, removal: (id: string) => string): Scene[] => [
  {
    ...{ path: fields(ID), about: 'a new field each', id: department, which: isNew },
    one: { key: 'cause', label_en: 'What was it about?' },
    other: { key: 'result', label_en: 'How did it end?' },
    shows: ['What was it about?'],
  },
  {
    ...{ path: fields(ID), about: 'the same field', id: asked(fields), which: isOf('first') },
    one: { label_en: 'One says' },
    other: { label_en: 'The other says' },
  },
  {
    ...{ path: removal(ID), about: 'a field that goes', id: asked(fields), which: isOf('first') },
    ...{ by: fields(ID), one: { label_en: 'Said otherwise' }, other: {} },
  },
]

const textScenes: Scene[] = (['en', 'zh'] as const).flatMap((language): Scene[] => {
  const word = async () => 'chat.hello'
  const change = textPaths.change(':word', language)
  /** One that says something else than what is built in. */
  const other = async (office: Office) => {
    await office.post(textPaths.change('chat.nobodyHere', language), { text: 'Later, please' })
    return 'chat.nobodyHere'
  }
  return [
    {
      ...{ path: change, about: `a text, ${language}`, id: word },
      one: { text: `One, ${language}` },
      other: { text: `The other, ${language}` },
      third: { text: `A third, ${language}` },
    },
    {
      ...{ path: textPaths.reset(':word', language), about: `a text goes, ${language}`, id: other },
      ...{ by: change, one: { text: `Changed while looked at, ${language}` }, other: {} },
    },
  ]
})

/** Every form of the office by which one could write over what another has changed. */
export const scenes: readonly Scene[] = [
  {
    ...{ path: departmentPaths.settings(ID), about: 'how it works', id: department },
    one: { patience: '5m' },
    other: { silence: '1h' },
  },
  {
    ...{ path: departmentPaths.name(ID), about: 'what it is called', id: department },
    one: { name: 'Repairs and returns' },
    other: { name: 'Returns and repairs' },
  },
  ...hoursScenes,
  ...fieldScenes(wrapUpPaths.fields, wrapUpPaths.removal),
  ...fieldScenes(formPaths.fields, formPaths.removal),
  {
    ...{ path: formPaths.consent(ID), about: 'what visitors agree to', id: department },
    one: { text_en: 'The terms of the one' },
    other: { text_en: 'The terms of the other' },
  },
  {
    ...{ path: formPaths.welcome(ID), about: 'how visitors are greeted', id: department },
    one: { greeting_en: 'Good day' },
    other: { greeting_en: 'Welcome' },
  },
  {
    ...{ path: sitesPaths.page, about: 'sites' },
    one: { origins: 'https://one.example', color: '#112233' },
    other: { origins: 'https://other.example' },
    third: { origins: 'https://third.example' },
  },
  ...deskScenes,
  {
    ...{ path: routingPath(ID), about: 'who gets what', id: department },
    one: { headStart: '5m' },
    other: { fairLimit: '3' },
  },
  {
    ...{ path: tagPaths.revision(ID), about: 'a tag', id: tag },
    one: { description: 'What the one says' },
    other: { description: 'What the other says' },
  },
  ...textScenes,
  {
    ...{ path: rolePaths.revision(ID), about: 'a role', id: role },
    one: { name: 'Reads along', permissions: 'conversations.watch.department' },
    other: { name: 'Writes along', permissions: 'conversations.watch.department' },
    shows: ['Reads along'],
  },
  {
    ...{ path: providerPaths.revision(ID), about: 'a sign-in service', id: provider },
    one: { label: 'Of the one', domains: 'one.example' },
    other: { label: 'Of the other', client: 'another' },
  },
  {
    ...{ path: peoplePaths.revision(ID), about: 'a colleague', id: person },
    one: { capacity: '7', name: 'Pat of the one' },
    other: { wrapUp: '1m', name: 'Pat of the other' },
  },
  {
    ...{ path: visitorPaths.details(ID), about: 'a visitor', id: visitor },
    one: { phone: '0301', notes: 'Calls back' },
    other: { company: 'Lamps Ltd' },
    shows: ['0301', 'Calls back'],
  },
  {
    ...{ path: visitorPaths.attribute(ID), about: 'more of a visitor', id: visitor },
    one: { attribute: 'plan', value: 'gold' },
    other: { attribute: 'plan', value: 'silver' },
    shows: ['gold'],
  },
  {
    ...{ path: cannedOfDesk.revision(ID), about: 'a canned reply', id: reply },
    one: { title: 'Of the one', body: 'One says' },
    other: { title: 'Of the other', body: 'The other says' },
  },
  {
    ...{ path: rulePaths.revision(ID), about: 'a macro', id: macro },
    one: { name: 'Of the one' },
    other: { name: 'Of the other' },
  },
]

type Opened = { page: string; place: (path: string) => string }

/** The page that both have open, and its addresses. */
export const openScene = async (office: Office, scene: Scene): Promise<Opened> => {
  const id = (await scene.id?.(office)) ?? ''
  const place = (path: string) => path.replace(/:\w+/, id)
  return { page: place(scene.page ?? pageAt(scene.path, routes)), place }
}

/** The form of a page that leads there, as it would be sent. */
export const formIn = (html: string, action: string, which: Scene['which']) => {
  const form = formsOf(html).find(
    ({ action: own, fields }) => own === action && (which?.(fields) ?? true),
  )
  if (!form) throw new Error(`no form that leads to ${action}`)
  return form.fields
}

/** Of a page with a form for each thing it lists, that of the same thing. */
export const isOwn =
  ({ which, one }: Scene): Scene['which'] =>
  (fields) =>
    which === undefined || 'from' in one || which(fields)
