import { z } from 'zod'
import { withDefaults } from '../defaults'
import {
  type ByLanguage,
  type FormField,
  isSaid,
  type ShownField,
  said,
  shownFields,
} from '../form/field'

/** What visitors agree to; each text stays, for those who agreed to it. */
export type ConsentText = {
  /** Whose form it is in. */
  readonly of: string
  readonly version: number
  readonly at: number
  readonly text: ByLanguage
}

/**
 * What comes before a chat, of one department or of the whole desk: what is asked, what is agreed
 * to, how the desk greets, and what can be asked by a button.
 */
export type StartForm = {
  readonly fields: readonly FormField[]
  readonly consent: { readonly required: boolean; readonly texts: readonly ConsentText[] }
  readonly greeting: ByLanguage
  readonly questions: readonly ByLanguage[]
}

/** Lengths in code points, and how many of what. */
export const startLimits = { questions: 6, question: 120, greeting: 500, consent: 2000 } as const

const nothing: ByLanguage = { en: '', zh: '' }

export const emptyStartForm: StartForm = {
  fields: [],
  consent: { required: false, texts: [] },
  greeting: nothing,
  questions: [],
}

/** Whose form is the whole desk's, asked in every department. */
export const WHOLE_DESK = 'desk'

/** Under which name the desk keeps that of a department, or its own. */
export const startFormName = (of: string): string => `form/${of}`

const kept = z.string().transform((text, check): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    check.addIssue('not JSON')
    return z.NEVER
  }
})

/** A form as it was kept; what cannot be read is none. */
export const startFormIn = (stored: string | undefined): StartForm => {
  const read = kept.safeParse(stored)
  return read.success ? withDefaults(emptyStartForm, read.data) : emptyStartForm
}

/** The text that holds now; undefined where there is nothing to agree to. */
export const consentOf = ({ consent }: StartForm): ConsentText | undefined => {
  const newest = consent.texts.at(-1)
  return newest && isSaid(newest.text) ? newest : undefined
}

/** Which text somebody agrees to who saw this one. */
export const consentMark = ({ of, version }: Pick<ConsentText, 'of' | 'version'>): string =>
  `${of}.${version}`

/** What is asked in a department: the desk's own first; what it says itself is said instead. */
export const combined = (desk: StartForm, own: StartForm): StartForm => {
  const known = new Set(desk.fields.map(({ key }) => key))
  return {
    fields: [...desk.fields, ...own.fields.filter(({ key }) => !known.has(key))],
    consent: consentOf(own) ? own.consent : desk.consent,
    greeting: isSaid(own.greeting) ? own.greeting : desk.greeting,
    questions: own.questions.length > 0 ? own.questions : desk.questions,
  }
}

/** The same in the language of who reads it. */
export type ShownForm = {
  fields: readonly ShownField[]
  consent: { mark: string; text: string; required: boolean } | null
  greeting: string
  questions: readonly string[]
}
export const shownForm = (form: StartForm, language: string): ShownForm => {
  const consent = consentOf(form)
  return {
    fields: shownFields(form.fields, language),
    consent: consent
      ? {
          mark: consentMark(consent),
          text: said(consent.text, language),
          required: form.consent.required,
        }
      : null,
    greeting: said(form.greeting, language),
    questions: form.questions.map((question) => said(question, language)).filter(Boolean),
  }
}
