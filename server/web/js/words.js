// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';

const kMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Every word of the page, in both languages; nothing else here holds text for people. */
const zh = {
  title: '线上专业人工帮办', larger: '大字', normal: '标准', language: 'EN', sample: '示例',
  askTitle: '有什么可以帮您？', item: '办什么事（可不选）', itemHint: '输入几个字查找，不确定可以不选', unsure: '不确定 / 换一个',
  noItem: '没有找到，直接写下问题也可以', purpose: '您想', errand: '办事', help: '求助', hot_policy: '享受热点政策', question: '咨询',
  problem: '问题是什么', problemHint: '写得具体一些，工作人员一接起就能看到', optional: '留下称呼和电话（可不填）', name: '称呼', enterprise: '企业名称', phone: '电话',
  phoneHint: '只用于回电联系您', ask: '请工作人员帮我', needWords: '请先写下您的问题', sending: '正在提交…', page: '正在填的页面',
  step: (n) => `第 ${n} 步`, carried: '已带上', carriedAlong: (s) => `已带上：${s}`,
  waitTitle: '正在找工作人员', ahead: (n) => n > 0 ? `您前面还有 ${n} 位` : '下一位就是您',
  soonest: '马上有人接', estimate: (s) => s < 60 ? `预计 ${s} 秒左右接通` : `预计 ${Math.ceil(s / 60)} 分钟左右接通`, noEstimate: '现在还估不准要等多久',
  nobody: '现在没有工作人员在线，您也可以请我们打给您', promise: '工作时段 1 分钟内有人答您', sorry: '抱歉让您久等。您的位置还在，仍会有人答您；也可以请我们打给您。',
  kept: '位置已保留。锁屏、切换网络、刷新页面都不用重排。', callMe: '不等了，请工作人员打给我', withdraw: '取消排队', withdrawn: '已取消',
  meanwhile: '等的时候可以先说清楚，工作人员一接起就能看到',
  chooseTitle: '现在是午休', chooseText: (t) => `${t} 恢复人工服务。您想怎样？`, chooseWait: '我等，到时第一时间答我', chooseCall: '今天打给我',
  heldTitle: '已为您留好位置', heldText: (t) => `${t} 恢复服务，从那时起 1 分钟内有人答您`,
  callTitle: '会有人联系您', callText: (t) => `${t} 前联系您`, why: '为什么是这个时间', holiday: (a, b, n) => `${a}–${b} ${n || ''}放假`, makeUp: (d) => `${d} 调休上班`,
  unknownCalendar: '该年放假安排尚未发布，按周末和法定节日估算', phoneNeeded: '请留下电话，我们才能打给您', save: '保存', phoneKept: (m) => `将拨打 ${m}`, again: '再问一个问题',
  appointment: (t) => `已约 ${t}`, outOfHours: '提交时不在工作时间', noCall: '不用回电了', noCallSure: '确定，不用联系我', keepCall: '还是请打给我',
  outlookCall: (t) => `现在不在工作时间，提交后将在 ${t} 前联系您`, outlookLunch: (t) => `现在是午休，${t} 恢复人工服务；提交后可以选等候或回电`, askCall: '提交，请工作人员打给我',
  keepsNothing: '这个浏览器不保存内容：关闭或刷新页面前，请先发出写好的话',
  staff: '工作人员', typing: '对方正在输入…', write: '请输入，或发照片', send: '发送', newBelow: '下面有新消息 ↓', attach: '发照片或文件', uploading: '正在上传',
  pending: '发送中', sent: '已发送', read: '已读', failed: '未发出', retry: '重发', discard: '删除', quote: '引用', recall: '撤回', recalled: '消息已撤回', save_file: '保存',
  long: '内容较长（超过 2 万字），作为文本文件发送？', longSend: '作为文件发送', cancel: '取消', quoted: '引用：',
  claimed: (n) => `${n || '工作人员'} 已接待`, transferred: (n) => `已转到 ${n}`, requeued: '正在为您换一位工作人员', ended: '本次帮办已结束', call_back: '改为电话联系', closing_time: '今天的工作时间结束了，下一个工作日联系您', joined: '已并入您先前的问题',
  assistant: '小申', assistantIs: '智能助手，不是工作人员；答错请告诉我们', askAssistant: '先问小申', toPerson: '找工作人员', assistantSolved: '这样答，您的问题解决了吗？', noPerson: '没解决，找工作人员',
  assistantChoice: '您想问的是哪一个？', noneOfThese: '都不是，找工作人员', assistantPerson: '这个问题我没有把握，请工作人员答您更稳妥。您说过的话会一起转过去。', since: (day) => `${day} 起`,
  wording_known: (n) => `您问的已有答复口径：${n}`, lateAnswer: '您之前问的，有答案了', lateRead: '知道了',
  rateTitle: '这次帮办', solved: '您的问题解决了吗？', yes: '解决了', no: '没有解决', service: '工作人员的服务', voluntary: '自愿评价',
  stars: { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' }, reasons: '哪里不满意？（可多选）',
  reason: { attitude: '态度', unsolved: '没解决', too_long: '等太久', unclear: '说不清', passed_on: '推诿', other: '其他' },
  more: '还想说的，可以写在这里', submit: '提交', chooseSolved: '请先选：解决了，还是没有解决', skip: '不评了', thanks: '谢谢您的评价', goOn: '还有问题，继续说', badNote: '选“不满意”的，1 个工作日内有人联系您',
  lineLost: (s) => `网络断开，正在重连（${s} 秒前的内容）。可以继续写，恢复后自动发出。`, lineFirst: '正在连接…', lineNever: '还没有连上，正在重试',
  errors: { bad_text: '请检查填写的内容', too_large: '内容太大了，请分开发送', one_open_request: '您还有一个问题正在处理，请在那里继续', rate_limited: '请稍等片刻再试', busy: '正忙，正在自动重试', blocked: '请拨打服务中心电话', too_late: '已经过了可以这样做的时间', bad_file: '文件损坏，或不是可以接收的类型', bad_state: '现在不能这样做，请看页面上的状态', item_unavailable: '这个事项现在不能线上帮办', not_found: '已经不在了，请刷新页面', internal: '没有成功，请再试一次' },
  bytes: (n) => n < 1048576 ? `${Math.ceil(n / 1024)} KB` : `${(n / 1048576).toFixed(1)} MB`, tooBig: '文件不能超过 20 MB', playVideo: (title, size) => `▶ 播放视频：${title}（${size}）`, playAudio: (title, size) => `▶ 播放语音：${title}（${size}）`, openFile: (title, size) => `打开文件：${title}（${size}）`, percent: (title, n) => `${title} · ${n}%`, conversation: '对话',
  date: (m, d) => `${m}/${d}`,
  day: (d) => `${d.m}月${d.d}日(周${'日一二三四五六'[d.w]}) ${d.time}`,
};
const en = {
  title: 'Help from a person', larger: 'Larger', normal: 'Standard', language: '中文', sample: 'Sample',
  askTitle: 'How can we help?', item: 'Which matter (optional)', itemHint: 'Type a few characters to search; leave it open if you are not sure', unsure: 'Not sure / another one',
  noItem: 'Nothing found; simply describe your question', purpose: 'You want to', errand: 'get something done', help: 'ask for help', hot_policy: 'use a current policy', question: 'ask a question',
  problem: 'What is the question', problemHint: 'The more exact, the better: the person reads it at once', optional: 'Name and phone (optional)', name: 'Name', enterprise: 'Enterprise', phone: 'Phone',
  phoneHint: 'Used to call you back only', ask: 'Ask a person', needWords: 'Please describe your question first', sending: 'Submitting…', page: 'Page you are filling in',
  step: (n) => `step ${n}`, carried: 'attached', carriedAlong: (s) => `Attached: ${s}`,
  waitTitle: 'Finding a person', ahead: (n) => n > 0 ? `${n} ahead of you` : 'You are next',
  soonest: 'Somebody is about to answer', estimate: (s) => s < 60 ? `About ${s} seconds` : `About ${Math.ceil(s / 60)} minutes`, noEstimate: 'We cannot say yet how long it takes',
  nobody: 'Nobody is on duty right now; we can also call you', promise: 'In working hours a person answers within 1 minute', sorry: 'We are sorry for the wait. Your place is kept and somebody will answer; we can also call you.',
  kept: 'Your place is kept when you lock the screen, change networks or reload.', callMe: 'Do not wait: call me', withdraw: 'Cancel', withdrawn: 'Cancelled',
  meanwhile: 'You can add details meanwhile; the person reads them at once',
  chooseTitle: 'Lunch break', chooseText: (t) => `People are back at ${t}. What would you like?`, chooseWait: 'I wait and am answered first', chooseCall: 'Call me today',
  heldTitle: 'Your place is kept', heldText: (t) => `We are back at ${t}; somebody answers within 1 minute from then`,
  callTitle: 'We will contact you', callText: (t) => `by ${t}`, why: 'Why this time', holiday: (a, b, n) => `${a}–${b} ${n || ''} holiday`, makeUp: (d) => `${d} is a make-up working day`,
  unknownCalendar: 'The holiday notice of that year is not published; weekends and statutory days are assumed', phoneNeeded: 'Please leave your phone number so that we can call', save: 'Save', phoneKept: (m) => `We call ${m}`, again: 'Ask another question',
  appointment: (t) => `Agreed: ${t}`, outOfHours: 'Submitted outside working hours', noCall: 'No call needed any more', noCallSure: 'Yes, do not call me', keepCall: 'Keep the call',
  outlookCall: (t) => `It is outside working hours: we contact you by ${t}`, outlookLunch: (t) => `Lunch break: people are back at ${t}; you can wait or be called`, askCall: 'Submit and be called',
  keepsNothing: 'This browser keeps nothing: send what you wrote before you close or reload the page',
  staff: 'Staff', typing: 'The other side is typing…', write: 'Write, or send a photo', send: 'Send', attach: 'Send photo or file', uploading: 'Uploading',
  pending: 'sending', sent: 'sent', read: 'read', failed: 'not sent', retry: 'Send again', discard: 'Delete', quote: 'Quote', recall: 'Recall', recalled: 'Message recalled', save_file: 'Save',
  long: 'This is long (over 20,000 characters). Send it as a text file?', longSend: 'Send as a file', cancel: 'Cancel', quoted: 'Quoting: ',
  claimed: (n) => `${n || 'A person'} is here`, transferred: (n) => `Passed on to ${n}`, requeued: 'Finding another person for you', ended: 'This conversation has ended', call_back: 'You will be called', closing_time: 'Office hours are over; we contact you on the next working day', joined: 'Joined with your earlier question',
  assistant: 'Xiaoshen', assistantIs: 'an assistant program, no person; tell us when it is wrong', askAssistant: 'Ask Xiaoshen first', toPerson: 'Ask a person', assistantSolved: 'Does this solve your question?', noPerson: 'No, ask a person',
  assistantChoice: 'Which of these do you mean?', noneOfThese: 'None of them, ask a person', assistantPerson: 'I am not sure about this one; a person had better answer. What you said goes along.', since: (day) => `since ${day}`,
  wording_known: (n) => `What you asked has an answer now: ${n}`, lateAnswer: 'What you asked before has an answer now', lateRead: 'Got it',
  rateTitle: 'This conversation', solved: 'Is your question solved?', yes: 'Solved', no: 'Not solved', service: 'The service', voluntary: 'voluntary',
  stars: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Fairly satisfied', 2: 'Dissatisfied', 1: 'Very dissatisfied' }, reasons: 'What was wrong? (several possible)',
  reason: { attitude: 'attitude', unsolved: 'not solved', too_long: 'too long', unclear: 'unclear', passed_on: 'passed around', other: 'other' },
  newBelow: 'New below ↓', more: 'Anything else you want to say', submit: 'Submit', chooseSolved: 'First choose: solved, or not solved', skip: 'No rating', thanks: 'Thank you for your rating', goOn: 'I have another question', badNote: 'After a bad rating somebody contacts you within 1 working day',
  lineLost: (s) => `Connection lost, reconnecting (content from ${s} s ago). Keep writing; it is sent when the line is back.`, lineFirst: 'Connecting…', lineNever: 'Not connected yet, trying again',
  errors: { bad_text: 'Please check what you filled in', too_large: 'Too large; please send it in parts', one_open_request: 'You have an open question; please go on there', rate_limited: 'Please wait a moment and try again', busy: 'Busy; retrying by itself', blocked: 'Please call the service centre', too_late: 'The time for this has passed', bad_file: 'The file is damaged or of a kind we do not accept', bad_state: 'Not possible now; see the state on the page', item_unavailable: 'This matter is not offered online now', not_found: 'No longer there; please reload', internal: 'That did not work; please try again' },
  bytes: (n) => n < 1048576 ? `${Math.ceil(n / 1024)} KB` : `${(n / 1048576).toFixed(1)} MB`, tooBig: 'Files may have 20 MB at most', playVideo: (title, size) => `▶ Play the video: ${title} (${size})`, playAudio: (title, size) => `▶ Play the recording: ${title} (${size})`, openFile: (title, size) => `Open: ${title} (${size})`, percent: (title, n) => `${title} · ${n} %`, conversation: 'Conversation',
  date: (m, d) => `${d} ${kMonths[m - 1]}`,
  day: (d) => `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][d.w]} ${d.d} ${kMonths[d.m - 1]}, ${d.time}`,
};

let words = (storage.get('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en')) === 'en' ? en : zh;
export const w = () => words;
export const isEnglish = () => words === en;
export function switchLanguage() {
  words = words === en ? zh : en;
  storage.set('language', words === en ? 'en' : 'zh');
}
export const errorWords = (error) => words.errors[error?.code] ?? words.errors.internal;

/** Office time (UTC+8) whatever the machine's zone is. */
function parts(ms) {
  const local = new Date(ms + 8 * 3600e3);
  const two = (n) => String(n).padStart(2, '0');
  return { m: local.getUTCMonth() + 1, d: local.getUTCDate(), w: local.getUTCDay(), time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` };
}
export const timeOfDay = (ms) => parts(ms).time;
export const dayAndTime = (ms) => words.day(parts(ms));
const shortDay = (iso) => { const [, m, d] = iso.split('-'); return words.date(Number(m), Number(d)); };
/** Why a call comes no sooner, of a request or of what would come of one. */
export function callReasons({ call_back_why = [], due_at, reopens_at }) {
  const reasons = call_back_why.map((why) => why.calendar_unknown ? words.unknownCalendar
    : why.make_up_day ? words.makeUp(shortDay(why.to)) : words.holiday(shortDay(why.from), shortDay(why.to), why.name));
  // Whoever had a minute running, or a choice in the lunch gap, chose the call.
  return reasons.length || due_at || reopens_at ? reasons : [words.outOfHours];
}
