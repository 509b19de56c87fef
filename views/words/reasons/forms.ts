import { again, type Sentence, type Sentences, tooLong } from './blanks'

const en = {
  writeFirst: () => 'Write a message first, then send it.',
  textTooLong: (values) =>
    `${tooLong.en(values)} characters. Shorten it or send it in two parts; nothing was sent yet.`,
  textNotValid: () => 'This is not valid text. Remove the unusual characters and send it again.',
  nameTooLong: (values) => `${tooLong.en(values)} characters. Please use a shorter name.`,
  nameMissing: () => 'Please write a name.',
  emailNotValid: () => 'This e-mail address does not look right. Please check it.',
  fieldNotValid: (values) => `“${values.field ?? 'One field'}” is not valid. Please check it.`,
  fieldUnknown: (values) => `This form has no field “${values.field ?? ''}”. Reload the page.`,
  crossSite: ({ seen, expected }) =>
    seen === undefined
      ? 'Cross-site request blocked. Open the page on this site and try again.'
      : `Cross-site request blocked: you are at ${seen}, and this desk expects ${expected}. Open it there and send again; tell whoever runs this site if that is not possible.`,
  cookiesBlocked: () =>
    'Your browser kept no cookie of this site, and without one nothing can go on. Allow cookies here and send again; what you wrote is still there.',
  already: () =>
    'That was done already, or it has moved on since. Nothing was done twice; reload to see how it stands.',
  missing: () => 'There is nothing here. Check the address or go back to the start.',
  tooFast: (values) => `That was very fast. Try again ${again.en(values)}; your text is kept.`,
  busy: (values) => `Very busy just now. Try again ${again.en(values)}; your text is kept.`,
  durationNotValid: ({ min = '1s', max = '7d' }) =>
    `Write a time from ${min} to ${max}, like 90s, 10m, 2h or 3d.`,
  numberNotValid: ({ min = 0, max }) =>
    `Write a whole number ${max === undefined ? 'that fits' : `from ${min} to ${max}`}.`,
  timeNotValid: () =>
    'Write a time like 2026-12-01T09:00, or how long from now, like 30m, 2h or 3d.',
  selectFirst: () => 'Nothing is selected. Tick some conversations, or choose all that match.',
  viewsFull: ({ limit = 50 }) => `You have ${limit} views already. Remove one first.`,
  timePast: () => 'This time has passed already. Choose a later one.',
  timeTooFar: () => 'That is more than a year ahead. Choose an earlier time.',
  changedMeanwhile: () =>
    'Somebody else changed this meanwhile, and nothing of yours was saved. Look at what differs, then save again.',
  stillNeeded: () => 'It is still needed and stays. Its page says what for.',
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  writeFirst: () => '请先写下内容，再发送。',
  textTooLong: (values) => `${tooLong.zh(values)}。请缩短或分两次发送，内容还没有发出。`,
  textNotValid: () => '文字无法识别，请去掉特殊字符后再发送。',
  nameTooLong: (values) => `${tooLong.zh(values)}。请换一个短一些的名字。`,
  nameMissing: () => '请填写名字。',
  emailNotValid: () => '邮箱地址好像不对，请检查一下。',
  fieldNotValid: (values) => `“${values.field ?? '某一项'}”填写有误，请检查一下。`,
  fieldUnknown: (values) => `表单里没有“${values.field ?? ''}”这一项，请刷新页面。`,
  crossSite: ({ seen, expected }) =>
    seen === undefined
      ? '已拦截跨站请求，请在本站打开页面后再试。'
      : `已拦截跨站请求：您当前的地址是 ${seen}，而本系统的地址应为 ${expected}。请从该地址打开后重新发送；如无法打开，请联系本站管理员。`,
  cookiesBlocked: () =>
    '您的浏览器没有保存本站的 Cookie，无法继续。请允许本站使用 Cookie 后重新发送，已填写的内容仍在。',
  already: () => '这一步已经处理过，或会话状态已变化，没有重复执行，请刷新查看。',
  missing: () => '这里没有内容，请检查网址，或回到首页。',
  tooFast: (values) => `发送得太快了，${again.zh(values)}，写好的内容会保留。`,
  busy: (values) => `系统繁忙，${again.zh(values)}，写好的内容会保留。`,
  durationNotValid: ({ min = '1s', max = '7d' }) =>
    `请填写 ${min} 到 ${max} 之间的时长，例如 90s（秒）、10m（分）、2h（小时）、3d（天）。`,
  numberNotValid: ({ min = 0, max }) =>
    max === undefined ? '请填写整数。' : `请填写 ${min} 到 ${max} 之间的整数。`,
  timeNotValid: () =>
    '请填写时间，例如 2026-12-01T09:00，或时长，例如 30m（分）、2h（小时）、3d（天）。',
  selectFirst: () => '还没有选择会话，请勾选会话，或选择全部符合条件的会话。',
  viewsFull: ({ limit = 50 }) => `您已有 ${limit} 个视图，请先移除一个。`,
  timePast: () => '这个时间已经过去，请选择稍后的时间。',
  timeTooFar: () => '时间超过一年，请选择更近的时间。',
  changedMeanwhile: () =>
    '刚才有人改过这里，您的修改还没有保存。请核对有差异的项目，然后再次保存。',
  stillNeeded: () => '它仍在使用，暂时不能移除，原因见其页面。',
}

/** Of what was typed and how it was sent, whatever it was about. */
export const forms = { en, zh }
