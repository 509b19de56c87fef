import { z } from 'zod'
import {
  type CannedBodies,
  type CannedReply,
  cannedLanguages,
  cannedLimits,
  cannedScopes,
  DESK,
} from '../../../actors/canned/reply'
import { holding } from '../../../actors/holds'
import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { codePoints } from '../../../actors/text/visible'
import type { Desk } from '../desk'
import { isThere, messageText, nameUpTo } from '../input'

/** Letters, figures and what joins them, in any script. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u

const code = holding('words', z.string())
  .transform((typed) => typed.normalize('NFKC').trim().replace(/^\/+/, ''))
  .superRefine((typed, check) => {
    if (!CODE.test(typed) || codePoints(typed) > cannedLimits.code)
      check.addIssue({
        code: 'custom',
        params: { reason: 'codeNotValid', values: { limit: cannedLimits.code } },
      })
  })

/** The words, or none where the form leaves them out or empty. */
const otherBody = holding('words', z.string())
  .transform((typed) => typed.trim())
  .pipe(z.union([z.literal(''), messageText]))
  .optional()

/** Some departments: several fields of one name come joined. */
const departments = holding('value', z.union([z.array(z.string().max(64)), z.string().max(4000)]))
  .transform((typed) => (typeof typed === 'string' ? typed.split(/[\s,]+/) : typed))
  .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])

const fields = {
  code,
  title: nameUpTo(cannedLimits.title).superRefine(isThere),
  folder: nameUpTo(cannedLimits.folder),
  body: messageText,
  'body.en': otherBody,
  'body.zh': otherBody,
  scope: z.enum(cannedScopes),
  departments,
}

/** What makes one. Without a title it has its code for one. */
export const cannedForm = z.strictObject({
  ...fields,
  title: nameUpTo(cannedLimits.title).default(''),
  folder: fields.folder.default(''),
  scope: fields.scope.default('mine'),
  departments: departments.default([]),
})

/** What changes one: what is left out stays. `version` is that of what was looked at. */
export const cannedChange = z.strictObject({
  ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.optional()])),
  version: holding('value', z.string().max(64)).optional(),
} as { [Key in keyof typeof fields]: z.ZodOptional<(typeof fields)[Key]> } & {
  version: z.ZodOptional<z.ZodString>
})

export type CannedForm = z.output<typeof cannedForm>
export type CannedChange = Omit<z.output<typeof cannedChange>, 'version'>

/** What a reply says and for whom it is. */
export type CannedContent = Omit<CannedReply, 'id' | 'uses' | 'version' | 'holder'>

const bodiesOf = (form: CannedChange, before: CannedBodies = {}): CannedBodies =>
  Object.fromEntries(
    cannedLanguages.flatMap((language) => {
      const body = form[`body.${language}`] ?? before[language] ?? ''
      return body === '' ? [] : [[language, body]]
    }),
  )

/** What it is after a form: what the form leaves out is as it was before. */
export const contentOf = (
  { code: typed, title, folder, body, scope, departments: ids, ...form }: CannedChange,
  before?: CannedReply,
): CannedContent => {
  const code = typed ?? before?.code ?? ''
  const of = scope ?? before?.scope ?? 'mine'
  return {
    code,
    title: (title ?? before?.title) || code,
    folder: folder ?? before?.folder ?? '',
    body: body ?? before?.body ?? '',
    bodies: bodiesOf(form, before?.bodies),
    scope: of,
    departments: of === 'department' ? (ids ?? before?.departments ?? []) : [],
  }
}

/** Whose it is. */
export const holderOf = (scope: CannedReply['scope'], account: string): string =>
  scope === 'mine' ? account : DESK

/** Problems: invalid `departmentMissing` | `departmentUnknown`. */
export const departmentsProblem = async (
  { store }: Pick<Desk, 'store'>,
  { scope, departments: ids }: Pick<CannedContent, 'scope' | 'departments'>,
): Promise<Problem | null> => {
  if (scope !== 'department') return null
  const field = 'departments'
  if (ids.length === 0) return new Problem('invalid', 'departmentMissing', { field })
  const known = new Set((await store.departments.all()).filter(isActive).map(({ id }) => id))
  return ids.every((id) => known.has(id))
    ? null
    : new Problem('invalid', 'departmentUnknown', { field })
}
