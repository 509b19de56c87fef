import type { DeskGroup } from '../../actors/desk/settings'
import { isProblem, Problem } from '../../actors/problem'
import { type TagColor, tagKeyOf } from '../../actors/tag'
import { commandLine } from '../commands/audit'
import { customerByEmail } from '../commands/customers/find'
import { forgetCustomer } from '../commands/customers/remove'
import type { Desk } from '../commands/desk'
import { changeDeskSettings } from '../commands/desk-settings/change'
import { removeLogo, setLogo } from '../commands/desk-settings/logo'
import { takeAlong } from '../commands/privacy/archive'
import { askErasure, type Foreseen, foresee } from '../commands/privacy/erase'
import { openEraser } from '../commands/privacy/eraser'
import { countExpired, deleteExpired } from '../commands/privacy/retention'
import { type ProviderSetting, removeProviderNamed, setProvider } from '../commands/providers/named'
import { changeTag, createTag, findTag, mergeTag, removeTag } from '../commands/tags/write'
import type { Changes } from './setting-flags'

type Outcome = Promise<string | Problem>

/** A tag as it is to be: it is put into the list when it is not there. What is left out stays. */
export type TagSetting = { tag: string; name?: string; color?: TagColor; description?: string }

const toldOf = ({ visitors, customers, conversations, held }: Foreseen) => ({
  ...{ visitors: visitors.length, accounts: customers.length, conversations, held },
})

const tagNamed = async (desk: Desk, name: string) =>
  (await findTag(desk, tagKeyOf(name))) ??
  new Problem('missing', 'tagNotListed', { values: { name } })

/** What the command line does to what holds for the whole desk. */
export const deskActs = {
  'desk settings': async (
    desk: Desk,
    { group, changes }: { group: DeskGroup; changes: Changes },
  ): Outcome => (await changeDeskSettings(desk, group, changes)) ?? 'desk',
  /** A picture in base 64; null takes the logo away. */
  'desk logo': async (desk: Desk, { picture }: { picture: string | null }): Outcome =>
    (picture === null
      ? await removeLogo(desk)
      : await setLogo(desk, Buffer.from(picture, 'base64'))) ?? 'desk',
  'customer remove': async (desk: Desk, { email }: { email: string }): Outcome => {
    const customer = await customerByEmail(desk, email)
    if (!customer) return new Problem('missing', 'accountUnknown', { values: { email } })
    return (await forgetCustomer(desk, customer, commandLine)) ?? email
  },
  'provider set': (desk: Desk, setting: ProviderSetting): Outcome => setProvider(desk, setting),
  'provider remove': (desk: Desk, { provider }: { provider: string }): Outcome =>
    removeProviderNamed(desk, provider),
  /** Whom it would be about, in figures. */
  'erase look': async (desk: Desk, { visitor }: { visitor: string }): Outcome => {
    const found = await foresee(desk, visitor)
    return isProblem(found) ? found : JSON.stringify(toldOf(found))
  },
  'retention look': async (desk: Desk, _input: Record<string, never>): Outcome =>
    JSON.stringify(await countExpired(desk)),
  'retention delete': async (desk: Desk, _input: Record<string, never>): Outcome =>
    JSON.stringify({ deleted: await deleteExpired(desk, commandLine) }),
  /** Whose data somebody takes along, and which conversations. */
  'visitor archive': async (desk: Desk, { visitor }: { visitor: string }): Outcome => {
    const taken = await takeAlong(desk, commandLine, visitor)
    return isProblem(taken) ? taken : JSON.stringify(taken)
  },
  /** Answers the erasure, done or as far as it came. */
  erase: async (desk: Desk, { visitor }: { visitor: string }): Outcome => {
    const asked = await askErasure(desk, commandLine, { visitor, confirmation: visitor })
    if (isProblem(asked)) return asked
    await openEraser({ node: desk.clock.id(), desk }).round()
    return asked.id
  },
  'tag set': async (desk: Desk, { tag: named, ...changes }: TagSetting): Outcome => {
    const found = await findTag(desk, tagKeyOf(named))
    if (!found) return createTag(desk, { name: named, ...changes }, commandLine)
    const { name, color, description } = found.tag
    return changeTag(desk, found, { name, color, description, ...changes }, commandLine)
  },
  'tag merge': async (desk: Desk, { tag, into }: { tag: string; into: string }): Outcome => {
    const found = await tagNamed(desk, tag)
    return isProblem(found) ? found : mergeTag(desk, found, { into }, commandLine)
  },
  'tag remove': async (desk: Desk, { tag }: { tag: string }): Outcome => {
    const found = await tagNamed(desk, tag)
    if (isProblem(found)) return found
    return (await removeTag(desk, found, commandLine)) ?? found.tag.key
  },
}
