import { said } from '../../actors/form/field'
import { startFormIn, startFormName, WHOLE_DESK } from '../../actors/start/form'
import type { ConversationRow } from '../../actors/summary'
import type { ConsentLine } from '../../views/office/visitors/details'
import type { Store } from '../store/store'

/** To what a visitor agreed before these conversations, as it was worded then; the newest first. */
export const consentsIn = async (
  store: Pick<Store, 'transcripts' | 'accounts' | 'departments'>,
  talks: readonly ConversationRow[],
): Promise<ConsentLine[]> => {
  const asked = talks.filter(({ answersSeq }) => answersSeq > 0)
  const lines = await Promise.all(asked.map((row) => consentOf(store, row)))
  return lines.flatMap((line) => line ?? [])
}

const consentOf = async (
  { transcripts, accounts, departments }: Pick<Store, 'transcripts' | 'accounts' | 'departments'>,
  { id, answersSeq }: ConversationRow,
): Promise<ConsentLine | undefined> => {
  const [entry] = await transcripts.after(id, answersSeq - 1, 1)
  const consent = entry?.body.kind === 'answers' ? entry.body.consent : null
  if (!entry || !consent) return undefined
  const { of, version, language } = consent
  const form = startFormIn(await accounts.setting(startFormName(of)))
  const text = form.consent.texts.find((one) => one.version === version)?.text
  const department = of === WHOLE_DESK ? undefined : await departments.find(of)
  return {
    ...{ conversation: id, at: entry.at, version, language },
    ...{ department: department?.name ?? '', text: text ? said(text, language) : '' },
  }
}
