import type { Reason } from '../../actors/problem'
import { plural } from './en/times'
import type { Language } from './language'

/** What fills the blanks of a sentence: `count`, `limit`, `name`, `seconds`. */
type Values = Readonly<Record<string, string | number>>
type ReasonWords = { [R in Reason]: (values: Values) => string }

/** `, try again in 12 seconds` needs its figure only when there is one. */
const figure = (values: Values, name: string): number | null => {
  const value = Number(values[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

const again = {
  en: (values: Values): string => {
    const seconds = figure(values, 'seconds')
    if (seconds === null) return 'in a moment'
    return seconds < 90
      ? `in ${plural(Math.ceil(seconds), 'second')}`
      : `in ${plural(Math.ceil(seconds / 60), 'minute')}`
  },
  zh: (values: Values): string => {
    const seconds = figure(values, 'seconds')
    if (seconds === null) return '请稍后再试'
    return seconds < 90
      ? `请在 ${Math.ceil(seconds)} 秒后再试`
      : `请在 ${Math.ceil(seconds / 60)} 分钟后再试`
  },
}

const tooLong = {
  en: (values: Values): string => {
    const [length, limit] = [figure(values, 'count'), figure(values, 'limit')]
    if (limit === null) return 'Too long'
    return length === null ? `Too long: at most ${limit}` : `Too long: ${length} of ${limit}`
  },
  zh: (values: Values): string => {
    const [length, limit] = [figure(values, 'count'), figure(values, 'limit')]
    if (limit === null) return '内容太长'
    return length === null ? `内容太长：最多 ${limit} 个字` : `内容太长：${length} / ${limit} 个字`
  },
}

/** What can be done where a department is gone: choose, send to who is left, or start anew. */
const departmentRemedies: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    choose: 'Please choose another one.',
    sendAgain: 'Send it again, and whoever is there will read it.',
    startNew: 'Start a new chat; your text is kept.',
  },
  zh: {
    choose: '请选择其他部门。',
    sendAgain: '请再次发送，将由在线的客服为您处理。',
    startNew: '请开始新的对话，写好的内容会保留。',
  },
}

/** What went wrong and what to do about it, in one breath. */
export const reasons: Record<Language, ReasonWords> = {
  en: {
    writeFirst: () => 'Write a message first, then send it.',
    textTooLong: (values) =>
      `${tooLong.en(values)} characters. Shorten it or send it in two parts; nothing was sent yet.`,
    textNotValid: () => 'This is not valid text. Remove the unusual characters and send it again.',
    nameTooLong: (values) => `${tooLong.en(values)} characters. Please use a shorter name.`,
    nameMissing: () => 'Please write a name.',
    emailNotValid: () => 'This e-mail address does not look right. Please check it.',
    emailTaken: () => 'This e-mail address has an account already. Use another one.',
    accountUnknown: (values) =>
      `There is no ${values.role ?? 'account'} with the address ${values.email ?? 'given'}.`,
    accountOther: ({ email = 'this address', role }) =>
      role === 'agent'
        ? `The account of ${email} is an admin's and cannot be changed as an agent's.`
        : `The account of ${email} is an agent's and cannot be changed as an admin's.`,
    accountDisabled: (values) => `The account of ${values.email ?? 'this address'} is disabled.`,
    lastAdmin: (values) =>
      `${values.email ?? 'This account'} is the last one that can run the desk. Make another admin first.`,
    fieldNotValid: (values) => `“${values.field ?? 'One field'}” is not valid. Please check it.`,
    fieldUnknown: (values) => `This form has no field “${values.field ?? ''}”. Reload the page.`,
    departmentUnknown: ({ name, remedy = 'choose' }) =>
      name === undefined
        ? `This department no longer exists. ${departmentRemedies.en[remedy]}`
        : `There is no department “${name}”. Write its name as the list of departments shows it.`,
    departmentTaken: (values) =>
      `There is a department “${values.name ?? ''}” already. Write its name in this way, or use another.`,
    passwordTooShort: (values) => `Use at least ${values.limit ?? 15} characters for the password.`,
    passwordTooLong: (values) =>
      `${tooLong.en(values)} characters. Use a shorter password; nothing was cut or saved.`,
    passwordNotValid: () =>
      'A line break or another control character is in this password, and no page could send it. Use another one.',
    signInWrong: () => 'E-mail and password do not match. Please try again.',
    signInFirst: () => 'You are signed out. Please sign in to go on.',
    notYours: () => 'This conversation is not yours. Take it, or ask the colleague who holds it.',
    notAllowed: () => 'Your account may not do this. Ask an admin if you need it.',
    crossSite: ({ seen, expected }) =>
      seen === undefined
        ? 'Cross-site request blocked. Open the page on this site and try again.'
        : `Cross-site request blocked: you are at ${seen}, and this desk expects ${expected}. Open it there and send again; tell whoever runs this site if that is not possible.`,
    cookiesBlocked: () =>
      'Your browser kept no cookie of this site, and without one nothing can go on. Allow cookies here and send again; what you wrote is still there.',
    already: () =>
      'That was done already, or it has moved on since. Nothing was done twice; reload to see how it stands.',
    missing: () => 'There is nothing here. Check the address or go back to the start.',
    chatEnded: () => 'This chat has ended. Continue it or start a new one; your text is kept.',
    chatOpen: () => 'This chat is still open. End it first.',
    otherText: () =>
      'This message was already sent with other text. Send your new text as another.',
    otherAuthor: () =>
      'Somebody else wrote this in this browser, so it was not sent. The text is kept.',
    notInThisState: () =>
      'That is no longer possible: the conversation has moved on. Reload to see it.',
    alreadyTaken: (values) =>
      `${values.name ? values.name : 'A colleague'} was quicker and has this conversation.`,
    atCapacity: () => 'You have no room now. End or hand over a conversation first.',
    goOnDuty: () => 'You are off duty. Set yourself to Ready or Away first, then take it.',
    agentAbsent: (values) => `${values.name ?? 'This colleague'} is not here now. Choose another.`,
    agentAtCapacity: (values) =>
      `${values.name ?? 'This colleague'} has no room now. Choose another.`,
    agentUnknown: () => 'There is no such colleague. Choose another.',
    agentIsSelf: () => 'It is yours already. Choose a colleague or a department.',
    agentCannotReply: (values) =>
      `${values.name ?? 'This colleague'} may not reply. Choose another.`,
    ratingTwice: () => 'You have rated this chat already. Thank you!',
    neverAnswered: () => 'Nobody has answered in this chat, so there is nothing to rate yet.',
    tooManyTags: (values) => `At most ${values.limit ?? 20} tags. Remove one first.`,
    tooFast: (values) => `That was very fast. Try again ${again.en(values)}; your text is kept.`,
    tooManySignIns: (values) => `Too many attempts to sign in. Try again ${again.en(values)}.`,
    busy: (values) => `Very busy just now. Try again ${again.en(values)}; your text is kept.`,
    installDone: () => 'This desk is set up already. Please sign in.',
    tokenWrong: () => 'This link is not valid. Use the newest one that the program printed.',
    durationNotValid: ({ min = '1s', max = '7d' }) =>
      `Write a time from ${min} to ${max}, like 90s, 10m, 2h or 3d.`,
    numberNotValid: ({ min = 0, max }) =>
      `Write a whole number ${max === undefined ? 'that fits' : `from ${min} to ${max}`}.`,
    changedMeanwhile: () =>
      'Somebody else changed this meanwhile, and nothing of yours was saved. Look at what differs, then save again.',
    stillNeeded: () => 'It is still needed and stays. Its page says what for.',
    parked: () =>
      'Something in it is broken, and it cannot go on for now. What was written is kept.',
  },
  zh: {
    writeFirst: () => '请先写下内容，再发送。',
    textTooLong: (values) => `${tooLong.zh(values)}。请缩短或分两次发送，内容还没有发出。`,
    textNotValid: () => '文字无法识别，请去掉特殊字符后再发送。',
    nameTooLong: (values) => `${tooLong.zh(values)}。请换一个短一些的名字。`,
    nameMissing: () => '请填写名字。',
    emailNotValid: () => '邮箱地址好像不对，请检查一下。',
    emailTaken: () => '这个邮箱已有账号，请换一个。',
    accountUnknown: (values) =>
      `没有使用邮箱 ${values.email ?? ''} 的${values.role === 'admin' ? '管理员' : '客服'}账号。`,
    accountOther: ({ email = '该邮箱', role }) =>
      role === 'agent'
        ? `${email} 是管理员账号，不能按客服账号更改。`
        : `${email} 是客服账号，不能按管理员账号更改。`,
    accountDisabled: (values) => `${values.email ?? '该邮箱'} 的账号已停用。`,
    lastAdmin: (values) =>
      `${values.email ?? '该账号'} 是最后一个能管理客服系统的账号，请先添加另一位管理员。`,
    fieldNotValid: (values) => `“${values.field ?? '某一项'}”填写有误，请检查一下。`,
    fieldUnknown: (values) => `表单里没有“${values.field ?? ''}”这一项，请刷新页面。`,
    departmentUnknown: ({ name, remedy = 'choose' }) =>
      name === undefined
        ? `这个部门已经不存在了。${departmentRemedies.zh[remedy]}`
        : `没有部门“${name}”。请按部门列表中的写法填写名称。`,
    departmentTaken: (values) =>
      `已有部门“${values.name ?? ''}”。请照此写法填写名称，或换用其他名称。`,
    passwordTooShort: (values) => `密码至少需要 ${values.limit ?? 15} 个字符。`,
    passwordTooLong: (values) => `${tooLong.zh(values)}。请使用短一些的密码，密码尚未保存。`,
    passwordNotValid: () => '密码中含有换行符或其他控制字符，无法在登录页面输入。请换一个密码。',
    signInWrong: () => '邮箱和密码不匹配，请再试一次。',
    signInFirst: () => '您已退出登录，请重新登录后继续。',
    notYours: () => '这个会话不由您接待。请先接入，或联系正在接待的同事。',
    notAllowed: () => '您的账号没有这个权限，如有需要请联系管理员。',
    crossSite: ({ seen, expected }) =>
      seen === undefined
        ? '已拦截跨站请求，请在本站打开页面后再试。'
        : `已拦截跨站请求：您当前的地址是 ${seen}，而本系统的地址应为 ${expected}。请从该地址打开后重新发送；如无法打开，请联系本站管理员。`,
    cookiesBlocked: () =>
      '您的浏览器没有保存本站的 Cookie，无法继续。请允许本站使用 Cookie 后重新发送，已填写的内容仍在。',
    already: () => '这一步已经处理过，或会话状态已变化，没有重复执行，请刷新查看。',
    missing: () => '这里没有内容，请检查网址，或回到首页。',
    chatEnded: () => '对话已结束。您可以继续这次对话或开始新的对话，写好的内容会保留。',
    chatOpen: () => '对话还在进行，请先结束。',
    otherText: () => '这条消息已用其他内容发送过，请把新内容作为另一条发送。',
    otherAuthor: () => '这段内容是此浏览器中的另一位用户写的，因此没有发送，内容会保留。',
    notInThisState: () => '会话状态已变化，现在无法这样做，请刷新查看。',
    alreadyTaken: (values) => `${values.name ? values.name : '一位同事'}已经先接入了这个会话。`,
    atCapacity: () => '您已达接待上限，请先结束或转接一个会话。',
    goOnDuty: () => '您已下班，请先把状态设为“在线”或“离开”，再接入会话。',
    agentAbsent: (values) => `${values.name ?? '这位同事'}现在不在线，请选择其他人。`,
    agentAtCapacity: (values) => `${values.name ?? '这位同事'}已达接待上限，请选择其他人。`,
    agentUnknown: () => '没有这位同事，请选择其他人。',
    agentIsSelf: () => '这个会话已由您接待，请选择其他同事或部门。',
    agentCannotReply: (values) => `${values.name ?? '这位同事'}没有回复权限，请选择其他人。`,
    ratingTwice: () => '您已经评价过这次对话了，谢谢！',
    neverAnswered: () => '这次对话还没有客服回复过，暂时无法评价。',
    tooManyTags: (values) => `最多 ${values.limit ?? 20} 个标签，请先移除一个。`,
    tooFast: (values) => `发送得太快了，${again.zh(values)}，写好的内容会保留。`,
    tooManySignIns: (values) => `登录尝试次数过多，${again.zh(values)}。`,
    busy: (values) => `系统繁忙，${again.zh(values)}，写好的内容会保留。`,
    installDone: () => '客服系统已经设置好了，请登录。',
    tokenWrong: () => '链接无效，请使用程序最近一次启动时输出的链接。',
    durationNotValid: ({ min = '1s', max = '7d' }) =>
      `请填写 ${min} 到 ${max} 之间的时长，例如 90s（秒）、10m（分）、2h（小时）、3d（天）。`,
    numberNotValid: ({ min = 0, max }) =>
      max === undefined ? '请填写整数。' : `请填写 ${min} 到 ${max} 之间的整数。`,
    changedMeanwhile: () =>
      '刚才有人改过这里，您的修改还没有保存。请核对有差异的项目，然后再次保存。',
    stillNeeded: () => '它仍在使用，暂时不能移除，原因见其页面。',
    parked: () => '出了故障，暂时无法继续。已发送的内容都已保存。',
  },
}
