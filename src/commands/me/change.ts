import type { NoticeRules } from '../../../actors/agent/notices'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { Profile } from '../../store/ports/profiles'
import { refreshPagesOf } from '../accounts/account-ref'
import { changeAgent } from '../agents/change'
import type { Desk } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'
import { read } from '../input/read'
import { keepAvatar } from './avatar'
import { type MeForm, meForm } from './form'
import { changePassword } from './password'

/** Somebody's profile as it is while they have changed nothing of it. */
export const profileOf = async (desk: Pick<Desk, 'store'>, account: string): Promise<Profile> =>
  (await desk.store.profiles.find(account)) ?? {
    ...{ account, avatar: null, notices: await settingsOfDesk(desk, 'notices') },
  }

/**
 * Changes what is somebody's own; what the form leaves out stays. `token` is that of their session,
 * which alone goes on after another password.
 * Problems: invalid (field) | `avatarNotValid` | `passwordWrong` and those of a password, tooLarge
 * `avatarTooLarge`, limited, and those of `changeAgent`.
 */
export const changeMe = async (
  desk: Desk,
  person: Staff,
  token: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(meForm, input)
  if (isProblem(form)) return form
  const refused =
    (await desk.rate.spend('act', person.id)) ??
    (await changePassword(desk, person, token, form)) ??
    (await rename(desk, person, form))
  if (refused) return refused
  const before = await profileOf(desk, person.id)
  const avatar = await avatarAfter(desk, form, before.avatar)
  if (isProblem(avatar)) return avatar
  const notices = noticesAfter(form, before.notices)
  await desk.store.profiles.keep({ account: person.id, avatar, notices })
  if (before.avatar && before.avatar !== avatar) await desk.store.profiles.dropAvatar(before.avatar)
  refreshPagesOf(desk, person.id)
  return null
}

/** Who has a place at the desk is called so in its turns too. */
const rename = async (desk: Desk, { id, name }: Staff, form: MeForm): Promise<null | Problem> => {
  if (form.name === undefined || form.name === name) return null
  if (await desk.store.agents.find(id)) return changeAgent(desk, id, { name: form.name })
  await desk.store.accounts.rename(id, form.name)
  return null
}

/** A field of a form that nothing was put into comes as an empty file. */
const avatarAfter = async (
  desk: Desk,
  { avatar, avatar_removal }: MeForm,
  before: string | null,
): Promise<string | null | Problem> => {
  if (avatar_removal) return null
  if (avatar === undefined || (avatar instanceof Blob && avatar.size === 0)) return before
  return keepAvatar(desk, avatar)
}

const noticesAfter = (form: MeForm, before: NoticeRules): NoticeRules => ({
  offer: form.offer ?? before.offer,
  assigned: form.assigned ?? before.assigned,
  message: form.message ?? before.message,
  mention: form.mention ?? before.mention,
  pushText: form.push_text === undefined ? before.pushText : form.push_text === 'yes',
})
