import type { Language } from '../language'
import type { Sentence, Sentences } from './blanks'

/** Why something cannot be searched for. */
const en = {
  searchDate: ({ operator, value }) =>
    `“${value ?? ''}” is no day. Write it as year, month and day: ${operator ?? 'before'}:2026-01-31.`,
  searchHas: ({ value }) => `“has:${value ?? ''}” is not known. Only has:file is.`,
  searchStatus: ({ value }) =>
    `“status:${value ?? ''}” is not known. Use status:open, status:queue, status:active or status:closed.`,
  searchAgent: ({ value }) =>
    `There is no colleague “${value ?? ''}”. Write their whole name, or agent:me.`,
  searchDepartment: ({ value }) => `There is no department “${value ?? ''}”. Write its whole name.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  searchDate: ({ operator, value }) =>
    `“${value ?? ''}”不是有效的日期。请按年-月-日填写，例如 ${operator ?? 'before'}:2026-01-31。`,
  searchHas: ({ value }) => `无法识别“has:${value ?? ''}”，目前只支持 has:file。`,
  searchStatus: ({ value }) =>
    `无法识别“status:${value ?? ''}”。可用 status:open、status:queue、status:active 或 status:closed。`,
  searchAgent: ({ value }) => `没有名为“${value ?? ''}”的同事。请填写完整的姓名，或使用 agent:me。`,
  searchDepartment: ({ value }) => `没有名为“${value ?? ''}”的部门。请填写完整的部门名称。`,
}

export const searches: Record<Language, Record<keyof typeof en, Sentence>> = { en, zh }
