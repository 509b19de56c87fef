import type { Sentence, Sentences } from './blanks'

const en = {
  hoursNotValid: ({ at = '' }) =>
    `These are no opening hours${at === '' ? '' : ` (look at ${at})`}: they have a zone, a week with mon to sun as “09:00-12:30 13:30-18:00”, and exceptions.`,
  intervalsNotValid: () =>
    'Write times like 09:00 and 17:30, and from when to when: 09:00-12:30. One that ends before it begins runs over midnight.',
  intervalsOverlap: () => 'Two of these times overlap. Make one of them, or set them apart.',
  tooManyIntervals: () => 'A day has at most 8 such times.',
  zoneUnknown: () => 'There is no time zone of this name. Write one like Europe/Berlin.',
  dayNotValid: () => 'Choose a day of the calendar, like 2026-12-24.',
  daysNotValid: () => 'The last day comes before the first, or more than a year after it.',
  tooManyExceptions: ({ limit = 500 }) =>
    `There are at most ${limit} exceptions. Remove some that are over.`,
  calendarNotValid: () => 'This is no calendar file. Choose one that ends in .ics.',
  calendarTooLarge: ({ limit = 100 }) => `A calendar file has at most ${limit} KB.`,
  calendarEmpty: () => 'In this calendar no day to come changes these hours.',
  deskHoursMissing: () =>
    'The desk has no hours of its own yet. Set them first, under Hours in the office.',
} satisfies Sentences

const zh: { [R in keyof typeof en]: Sentence } = {
  hoursNotValid: ({ at = '' }) =>
    `服务时间格式不正确${at === '' ? '' : `（请检查 ${at}）`}：需包含时区、周一至周日的时段（如“09:00-12:30 13:30-18:00”）以及例外日期。`,
  intervalsNotValid: () => '请填写起止时间，如 09:00-12:30。结束时间早于开始时间时，表示跨到次日。',
  intervalsOverlap: () => '时段有重叠，请合并或错开。',
  tooManyIntervals: () => '一天最多 8 个时段。',
  zoneUnknown: () => '没有这个时区，请填写类似 Asia/Shanghai 的名称。',
  dayNotValid: () => '请选择日期，如 2026-12-24。',
  daysNotValid: () => '结束日期早于开始日期，或相隔超过一年。',
  tooManyExceptions: ({ limit = 500 }) => `最多 ${limit} 个例外，请移除已过期的。`,
  calendarNotValid: () => '这不是日历文件，请选择 .ics 文件。',
  calendarTooLarge: ({ limit = 100 }) => `日历文件最大 ${limit} KB。`,
  calendarEmpty: () => '这份日历中没有会影响服务时间的未来日期。',
  deskHoursMissing: () => '尚未设置全局服务时间，请先在管理后台的“服务时间”中设置。',
}

/** Of opening hours. */
export const hours = { en, zh }
