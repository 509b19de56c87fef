import { type Filled, phrase } from '../../../actors/text/phrase'
import { again, type Sentence, type Sentences, tooLong, type Values } from './blanks'

const addresses = ({ seen = '', expected = '' }: Values): Filled => [
  { seen, expected },
  seen === '' ? 'plain' : 'addresses',
]

const en = {
  writeFirst: () => 'Write a message first, then send it.',
  textTooLong: phrase(
    '{{length}} characters. Shorten it or send it in two parts; nothing was sent yet.',
    (values: Values) => [{ length: tooLong.en(values) }],
  ),
  textNotValid: () => 'This is not valid text. Remove the unusual characters and send it again.',
  nameTooLong: phrase('{{length}} characters. Please use a shorter name.', (values: Values) => [
    { length: tooLong.en(values) },
  ]),
  nameMissing: () => 'Please write a name.',
  emailNotValid: () => 'This e-mail address does not look right. Please check it.',
  fieldNotValid: phrase(
    '“{{field}}” is not valid. Please check it.',
    ({ field = 'One field' }: Values) => [{ field }],
  ),
  fieldUnknown: phrase(
    'This form has no field “{{field}}”. Reload the page.',
    ({ field = '' }: Values) => [{ field }],
  ),
  crossSite: phrase(
    {
      plain: 'Cross-site request blocked. Open the page on this site and try again.',
      addresses:
        'Cross-site request blocked: you are at {{seen}}, and this desk expects {{expected}}. Open it there and send again; tell whoever runs this site if that is not possible.',
    },
    addresses,
  ),
  linkOver: () => 'This link is older than seven days. You can write to us anew.',
  talkOfAccount: () =>
    'This chat belongs to an account. Sign in on the site where you wrote to us and open the chat there: everything is in it.',
  cookiesBlocked: () =>
    'Your browser kept no cookie of this site, and without one nothing can go on. Allow cookies here and send again; what you wrote is still there.',
  already: () =>
    'That was done already, or it has moved on since. Nothing was done twice; reload to see how it stands.',
  missing: () => 'There is nothing here. Check the address or go back to the start.',
  tooFast: phrase(
    'That was very fast. Try again {{again}}; your text is kept.',
    (values: Values) => [{ again: again.en(values) }],
  ),
  busy: phrase('Very busy just now. Try again {{again}}; your text is kept.', (values: Values) => [
    { again: again.en(values) },
  ]),
  durationNotValid: ({ min = '1s', max = '7d' }) =>
    `Write a time from ${min} to ${max}, like 90s, 10m, 2h or 3d.`,
  linesNotValid: ({ most = 12, length = 40 }) =>
    `Write at most ${most} lines, each of at most ${length} characters.`,
  remarkUnknown: () => 'One of the words you chose is no longer there. Look at the page again.',
  languageNotValid: () => 'Write languages as short codes, like en, zh or pt-BR.',
  overflowLoops: () => 'Its overflow would lead back here. Choose a department that does not.',
  numberNotValid: ({ min = 0, max }) =>
    `Write a whole number ${max === undefined ? 'that fits' : `from ${min} to ${max}`}.`,
  timeNotValid: () =>
    'Write a time like 2026-12-01T09:00, or how long from now, like 30m, 2h or 3d.',
  selectFirst: () => 'Nothing is selected. Tick some conversations, or choose all that match.',
  viewsFull: ({ limit = 50 }) => `You have ${limit} views already. Remove one first.`,
  timePast: () => 'This time has passed already. Choose a later one.',
  filesGoNow: () => 'Files cannot be sent later. Send them now, or take them out.',
  timeTooFar: () => 'That is more than a year ahead. Choose an earlier time.',
  changedMeanwhile: () =>
    'Somebody else changed this meanwhile, and nothing of yours was saved. Look at what differs, then save again.',
  notANumber: () => 'Write a number, like 12 or 12.5.',
  notYesOrNo: () => 'Write yes or no.',
  notADate: () => 'Write a day that there is, like 2026-03-01.',
  patternNotValid: (values) =>
    `Write a path like /pricing* or an address like https://shop.example/*, without blanks, in at most ${values.limit ?? 200} characters.`,
  tooManyTriggers: (values) => `At most ${values.limit ?? 50} of these. Remove one first.`,
  stillNeeded: () => 'It is still needed and stays. Its page says what for.',
  fileTooLarge: phrase(
    '“{{name}}” is too large: at most {{limit}} MB. Nothing was sent yet.',
    ({ name = 'This file', limit = 20 }: Values) => [{ name, limit }],
  ),
  filesTooLarge: phrase(
    'These files are too large together: at most {{limit}} MB in one message. Nothing was sent yet.',
    ({ limit = 100 }: Values) => [{ limit }],
  ),
  fileType: phrase(
    '“{{name}}” cannot be sent. Pictures (JPEG, PNG, GIF, WebP), PDF, Office files, text, ZIP, audio and video can.',
    ({ name = 'This file' }: Values) => [{ name }],
  ),
  fileEmpty: phrase(
    '“{{name}}” is empty, so it was not sent.',
    ({ name = 'This file' }: Values) => [{ name }],
  ),
  imageTooLarge: phrase(
    '“{{name}}” has too many pixels: at most {{limit}} megapixels. Make it smaller and send it again.',
    ({ name = 'This image', limit = 50 }: Values) => [{ name, limit }],
  ),
  tooManyFiles: phrase(
    'At most {{limit}} files in one message. Send the others in another one.',
    ({ limit = 10 }: Values) => [{ limit }],
  ),
  fileNotSaved: () =>
    'There is no room left for files just now, so nothing was sent. Your text is kept; please try again later.',
  fileLinkExpired: () => 'This link has expired. Open the conversation to see the file.',
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  writeFirst: () => '请先写下内容，再发送。',
  textTooLong: phrase('{{length}}。请缩短或分两次发送，内容还没有发出。', (values: Values) => [
    { length: tooLong.zh(values) },
  ]),
  textNotValid: () => '文字无法识别，请去掉特殊字符后再发送。',
  nameTooLong: phrase('{{length}}。请换一个短一些的名字。', (values: Values) => [
    { length: tooLong.zh(values) },
  ]),
  nameMissing: () => '请填写名字。',
  emailNotValid: () => '邮箱地址好像不对，请检查一下。',
  fieldNotValid: phrase('“{{field}}”填写有误，请检查一下。', ({ field = '某一项' }: Values) => [
    { field },
  ]),
  fieldUnknown: phrase('表单里没有“{{field}}”这一项，请刷新页面。', ({ field = '' }: Values) => [
    { field },
  ]),
  crossSite: phrase(
    {
      plain: '已拦截跨站请求，请在本站打开页面后再试。',
      addresses:
        '已拦截跨站请求：您当前的地址是 {{seen}}，而本系统的地址应为 {{expected}}。请从该地址打开后重新发送；如无法打开，请联系本站管理员。',
    },
    addresses,
  ),
  linkOver: () => '此链接已超过七天。您可以重新发起咨询。',
  talkOfAccount: () => '此对话属于已登录的账号。请在您咨询时的网站登录，再打开对话，内容都在其中。',
  cookiesBlocked: () =>
    '您的浏览器没有保存本站的 Cookie，无法继续。请允许本站使用 Cookie 后重新发送，已填写的内容仍在。',
  already: () => '这一步已经处理过，或会话状态已变化，没有重复执行，请刷新查看。',
  missing: () => '这里没有内容，请检查网址，或回到首页。',
  tooFast: phrase('发送得太快了，{{again}}，写好的内容会保留。', (values: Values) => [
    { again: again.zh(values) },
  ]),
  busy: phrase('系统繁忙，{{again}}，写好的内容会保留。', (values: Values) => [
    { again: again.zh(values) },
  ]),
  durationNotValid: ({ min = '1s', max = '7d' }) =>
    `请填写 ${min} 到 ${max} 之间的时长，例如 90s（秒）、10m（分）、2h（小时）、3d（天）。`,
  linesNotValid: ({ most = 12, length = 40 }) => `最多 ${most} 行，每行最多 ${length} 个字符。`,
  remarkUnknown: () => '您选择的标签已不存在，请刷新页面后重试。',
  languageNotValid: () => '请填写语言代码，例如 en、zh 或 pt-BR。',
  overflowLoops: () => '这样溢出会转回本部门，请选择其他部门。',
  numberNotValid: ({ min = 0, max }) =>
    max === undefined ? '请填写整数。' : `请填写 ${min} 到 ${max} 之间的整数。`,
  timeNotValid: () =>
    '请填写时间，例如 2026-12-01T09:00，或时长，例如 30m（分）、2h（小时）、3d（天）。',
  selectFirst: () => '还没有选择会话，请勾选会话，或选择全部符合条件的会话。',
  viewsFull: ({ limit = 50 }) => `您已有 ${limit} 个视图，请先移除一个。`,
  timePast: () => '这个时间已经过去，请选择稍后的时间。',
  filesGoNow: () => '文件不能定时发送。请立即发送，或先移除文件。',
  timeTooFar: () => '时间超过一年，请选择更近的时间。',
  changedMeanwhile: () =>
    '刚才有人改过这里，您的修改还没有保存。请核对有差异的项目，然后再次保存。',
  notANumber: () => '请填写数字，例如 12 或 12.5。',
  notYesOrNo: () => '请填写“是”或“否”。',
  notADate: () => '请填写存在的日期，例如 2026-03-01。',
  patternNotValid: (values) =>
    `请填写路径（如 /pricing*）或网址（如 https://shop.example/*），不含空格，最多 ${values.limit ?? 200} 个字符。`,
  tooManyTriggers: (values) => `最多 ${values.limit ?? 50} 条，请先移除一条。`,
  stillNeeded: () => '它仍在使用，暂时不能移除，原因见其页面。',
  fileTooLarge: phrase(
    '“{{name}}”太大，单个文件最大 {{limit}} MB，还没有发出。',
    ({ name = '文件', limit = 20 }: Values) => [{ name, limit }],
  ),
  filesTooLarge: phrase(
    '文件总大小超出限制，每条消息最大 {{limit}} MB，还没有发出。',
    ({ limit = 100 }: Values) => [{ limit }],
  ),
  fileType: phrase(
    '不支持发送“{{name}}”。可发送图片（JPEG、PNG、GIF、WebP）、PDF、Office 文档、文本、ZIP、音频和视频。',
    ({ name = '文件' }: Values) => [{ name }],
  ),
  fileEmpty: phrase('“{{name}}”是空文件，没有发送。', ({ name = '文件' }: Values) => [{ name }]),
  imageTooLarge: phrase(
    '“{{name}}”像素过大，最多 {{limit}} 百万像素。请缩小后再发送。',
    ({ name = '图片', limit = 50 }: Values) => [{ name, limit }],
  ),
  tooManyFiles: phrase(
    '每条消息最多 {{limit}} 个文件，其余请另行发送。',
    ({ limit = 10 }: Values) => [{ limit }],
  ),
  fileNotSaved: () => '存储空间不足，内容还没有发出，写好的文字会保留，请稍后再试。',
  fileLinkExpired: () => '链接已过期，请在会话中查看文件。',
}

/** Of what was typed and how it was sent, whatever it was about. */
export const forms = { en, zh }
