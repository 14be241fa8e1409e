<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Action</name>
    <message>
      <source>Take next</source>
      <translation>接下一件</translation>
    </message>
    <message>
      <source>Knowledge, item and history</source>
      <translation>知识库、事项与历史</translation>
    </message>
    <message>
      <source>Presence menu</source>
      <translation>状态菜单</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>下一窗格</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>发送</translation>
    </message>
    <message>
      <source>Send and next case</source>
      <translation>发送并到下一件</translation>
    </message>
    <message>
      <source>Previous case</source>
      <translation>上一件</translation>
    </message>
    <message>
      <source>Next case</source>
      <translation>下一件</translation>
    </message>
    <message>
      <source>End and wrap up</source>
      <translation>结束并小结</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>转接</translation>
    </message>
    <message>
      <source>Correct the priority</source>
      <translation>更正级别</translation>
    </message>
    <message>
      <source>Block the sender</source>
      <translation>屏蔽此来访者</translation>
    </message>
    <message>
      <source>Arrange a call-back</source>
      <translation>约定回电</translation>
    </message>
    <message>
      <source>Attach a file</source>
      <translation>添加附件</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Find an action</source>
      <translation>查找操作</translation>
    </message>
    <message>
      <source>Start taking requests</source>
      <translation>开始接单</translation>
    </message>
    <message>
      <source>Busy: take no new requests</source>
      <translation>示忙：不接新件</translation>
    </message>
    <message>
      <source>Take a break</source>
      <translation>小休</translation>
    </message>
    <message>
      <source>Go to service</source>
      <translation>转到服务</translation>
    </message>
    <message>
      <source>Go to administration</source>
      <translation>转到管理</translation>
    </message>
    <message>
      <source>Go to settings</source>
      <translation>转到设置</translation>
    </message>
    <message>
      <source>Reconnect now</source>
      <translation>立即重连</translation>
    </message>
    <message>
      <source>Switch the theme</source>
      <translation>切换主题</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>退出登录</translation>
    </message>
    <message>
      <source>Lock the screen</source>
      <translation>锁定屏幕</translation>
    </message>
    <message>
      <source>Insert answer 1</source>
      <translation>插入第 1 条</translation>
    </message>
    <message>
      <source>Insert answer 2</source>
      <translation>插入第 2 条</translation>
    </message>
    <message>
      <source>Insert answer 3</source>
      <translation>插入第 3 条</translation>
    </message>
    <message>
      <source>Insert answer 4</source>
      <translation>插入第 4 条</translation>
    </message>
    <message>
      <source>Insert answer 5</source>
      <translation>插入第 5 条</translation>
    </message>
    <message>
      <source>Next layer of the answer</source>
      <translation>换一层答案</translation>
    </message>
    <message>
      <source>Cannot answer this</source>
      <translation>答不上来</translation>
    </message>
    <message>
      <source>Go to the knowledge base</source>
      <translation>去知识库</translation>
    </message>
    <message>
      <source>Go to the phrases</source>
      <translation>去用语</translation>
    </message>
    <message>
      <source>Keep this answer</source>
      <translation>把答复收进知识库</translation>
    </message>
    <message>
      <source>Send the answer as a card</source>
      <translation>发卡片</translation>
    </message>
  </context>
  <context>
    <name>ActionInitials</name>
    <message>
      <source>take next</source>
      <translation>jxyj</translation>
    </message>
    <message>
      <source>knowledge item history</source>
      <translation>zskssyls</translation>
    </message>
    <message>
      <source>presence menu</source>
      <translation>ztcd</translation>
    </message>
    <message>
      <source>next pane</source>
      <translation>xycg</translation>
    </message>
    <message>
      <source>send</source>
      <translation>fs</translation>
    </message>
    <message>
      <source>send and next case</source>
      <translation>fsbdxyj</translation>
    </message>
    <message>
      <source>previous case</source>
      <translation>syj</translation>
    </message>
    <message>
      <source>next case</source>
      <translation>xyj</translation>
    </message>
    <message>
      <source>end and wrap up</source>
      <translation>jsbxj</translation>
    </message>
    <message>
      <source>transfer</source>
      <translation>zj</translation>
    </message>
    <message>
      <source>correct the priority</source>
      <translation>gzjb</translation>
    </message>
    <message>
      <source>block the sender</source>
      <translation>pbclfz</translation>
    </message>
    <message>
      <source>arrange a call-back</source>
      <translation>ydhd</translation>
    </message>
    <message>
      <source>attach a file</source>
      <translation>tjfj</translation>
    </message>
    <message>
      <source>keys</source>
      <translation>kjj</translation>
    </message>
    <message>
      <source>find an action</source>
      <translation>czcz</translation>
    </message>
    <message>
      <source>start taking requests</source>
      <translation>ksjd</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>sm</translation>
    </message>
    <message>
      <source>take a break</source>
      <translation>xx</translation>
    </message>
    <message>
      <source>go to service</source>
      <translation>zdfw</translation>
    </message>
    <message>
      <source>go to administration</source>
      <translation>zdgl</translation>
    </message>
    <message>
      <source>go to settings</source>
      <translation>zdsz</translation>
    </message>
    <message>
      <source>reconnect now</source>
      <translation>ljcl</translation>
    </message>
    <message>
      <source>switch the theme</source>
      <translation>qhzt</translation>
    </message>
    <message>
      <source>sign out</source>
      <translation>tcdl</translation>
    </message>
    <message>
      <source>lock the screen</source>
      <translation>sdpm</translation>
    </message>
    <message>
      <source>insert answer 1</source>
      <translation>crdyt</translation>
    </message>
    <message>
      <source>insert answer 2</source>
      <translation>crdet</translation>
    </message>
    <message>
      <source>insert answer 3</source>
      <translation>crdst</translation>
    </message>
    <message>
      <source>insert answer 4</source>
      <translation>crdsit</translation>
    </message>
    <message>
      <source>insert answer 5</source>
      <translation>crdwt</translation>
    </message>
    <message>
      <source>next layer of the answer</source>
      <translation>hycda</translation>
    </message>
    <message>
      <source>cannot answer this</source>
      <translation>dbsl</translation>
    </message>
    <message>
      <source>go to the knowledge base</source>
      <translation>qzsk</translation>
    </message>
    <message>
      <source>go to the phrases</source>
      <translation>qyy</translation>
    </message>
    <message>
      <source>keep this answer</source>
      <translation>bdfsjzsk</translation>
    </message>
    <message>
      <source>send the answer as a card</source>
      <translation>fkp</translation>
    </message>
  </context>
  <context>
    <name>ErrorText</name>
    <message numerus="yes">
      <source>It ends in %n min.</source>
      <translation>
        <numerusform>锁定还有 %n 分钟结束。</numerusform>
      </translation>
    </message>
    <message>
      <source>Something went wrong on the server. Try again; if it stays, tell the administrator.</source>
      <translation>服务器出了差错。请再试一次；仍不行请告诉管理员。</translation>
    </message>
    <message>
      <source>The program and the server do not understand each other. Update the program.</source>
      <translation>程序与服务器不能互相识别。请更新程序。</translation>
    </message>
    <message>
      <source>The server does not know this step. Update the server or the program.</source>
      <translation>服务器不认识这一步。请更新服务器或程序。</translation>
    </message>
    <message>
      <source>That is too much at once. Send less at a time, or send it as a file.</source>
      <translation>一次发得太多。请分次发送，或作为文件发送。</translation>
    </message>
    <message>
      <source>The text holds characters that cannot be sent. Remove them and send again.</source>
      <translation>文字里有不能发送的字符。请去掉后再发。</translation>
    </message>
    <message>
      <source>You are not signed in. Sign in; nothing you wrote is lost.</source>
      <translation>您尚未登录。请登录，已写的内容不会丢失。</translation>
    </message>
    <message>
      <source>Account or password is wrong. Check both; capital letters count.</source>
      <translation>工号或密码不对。请核对，密码区分大小写。</translation>
    </message>
    <message>
      <source>The account is locked after too many wrong passwords. Wait until the lock ends, or ask your unit's administrator.</source>
      <translation>密码错误次数过多，账号已锁定。请等锁定结束，或找本单位管理员。</translation>
    </message>
    <message>
      <source>The account is switched off. Ask your unit's administrator.</source>
      <translation>账号已停用。请找本单位管理员。</translation>
    </message>
    <message>
      <source>The session has ended. Sign in again; nothing you wrote is lost.</source>
      <translation>登录已过期。请重新登录，已写的内容不会丢失。</translation>
    </message>
    <message>
      <source>Your role may not do this. Ask your unit's supervisor.</source>
      <translation>您的角色不能做这一步。请找本单位主管。</translation>
    </message>
    <message>
      <source>It is no longer there. Look at the list again.</source>
      <translation>它已不在了。请再看一下列表。</translation>
    </message>
    <message>
      <source>Somebody else has taken it. Take the next one.</source>
      <translation>已被别人接走。请接下一件。</translation>
    </message>
    <message>
      <source>It has been given to somebody else since. Look at the list again.</source>
      <translation>它已转给别人。请再看一下列表。</translation>
    </message>
    <message>
      <source>This step is not possible now. Look at the state shown and take the step that fits.</source>
      <translation>现在不能做这一步。请看当前状态，选合适的一步。</translation>
    </message>
    <message>
      <source>You have as much in hand as fits. Finish one conversation first.</source>
      <translation>手上的已满。请先结束一个会话。</translation>
    </message>
    <message>
      <source>You are not set to Ready. Start taking requests first.</source>
      <translation>您不在示闲状态。请先开始接单。</translation>
    </message>
    <message>
      <source>The program used one command number twice. Update the program.</source>
      <translation>程序重复使用了同一命令编号。请更新程序。</translation>
    </message>
    <message>
      <source>The list is fetched anew. You need do nothing.</source>
      <translation>列表正在重新获取，您不用操作。</translation>
    </message>
    <message>
      <source>The server is busy. It is tried again by itself.</source>
      <translation>服务器正忙，会自动重试。</translation>
    </message>
    <message>
      <source>That was too often in a short time. Wait a moment and try again.</source>
      <translation>操作太频繁。请稍等再试。</translation>
    </message>
    <message>
      <source>This sender is blocked. Call the service centre instead.</source>
      <translation>该来源已被限制。请改打服务中心电话。</translation>
    </message>
    <message>
      <source>The first question is still open. Go on there.</source>
      <translation>上一件诉求还没结束，请在那里继续。</translation>
    </message>
    <message>
      <source>The time for this has passed.</source>
      <translation>已过可操作的时间。</translation>
    </message>
    <message>
      <source>This item is not offered here now. Use the way named with the item.</source>
      <translation>该事项目前不在这里办理。请走事项注明的渠道。</translation>
    </message>
    <message>
      <source>The file is damaged or of a kind that is not accepted. Choose another one.</source>
      <translation>文件已损坏或类型不收。请换一个文件。</translation>
    </message>
    <message>
      <source>The file has faulty rows and nothing was changed. Mend the rows named and import again.</source>
      <translation>文件里有错误行，未作任何改动。请改好所列各行再导入。</translation>
    </message>
    <message>
      <source>The server cannot write its records. Tell the administrator; the server's log has the cause.</source>
      <translation>服务器无法写入记录。请告诉管理员，原因在服务器日志里。</translation>
    </message>
    <message>
      <source>What this PC had kept is damaged and was put aside. Sign in again; words that were not sent yet may be in the file: tell the administrator.</source>
      <translation>本机保存的数据已损坏，已另存在一旁。请重新登录；尚未发出的内容可能还在该文件中，请告知管理员。</translation>
    </message>
    <message>
      <source>Program and database do not belong together. Use the program of the same version.</source>
      <translation>程序与数据库版本不符。请使用同一版本的程序。</translation>
    </message>
    <message>
      <source>Another program uses this port. Choose another port and start again.</source>
      <translation>端口已被别的程序占用。请换一个端口再启动。</translation>
    </message>
    <message>
      <source>The configuration has a fault. Mend the line named and start again.</source>
      <translation>配置有误。请改好所列的行再启动。</translation>
    </message>
    <message>
      <source>The holiday notice for that year is not in. Import it in Administration.</source>
      <translation>该年度日历未发布。请在“管理”中导入。</translation>
    </message>
    <message>
      <source>The server cannot be reached. Check the network and the server address.</source>
      <translation>连不上服务器。请检查网络和服务器地址。</translation>
    </message>
    <message>
      <source>The key that opens the records is not there. Tell the administrator.</source>
      <translation>打开记录的密钥不在。请告诉管理员。</translation>
    </message>
    <message>
      <source>The office asks for a second factor. Sign in with the code of your authenticator.</source>
      <translation>本单位要求双因素登录。请用身份验证器的验证码登录。</translation>
    </message>
    <message>
      <source>Choose another password.</source>
      <translation>请换一个密码。</translation>
    </message>
    <message>
      <source>A password has at least 8 characters.</source>
      <translation>密码至少 8 个字符。</translation>
    </message>
    <message>
      <source>Mix letters with digits or other signs.</source>
      <translation>密码要同时有字母和数字或其他符号。</translation>
    </message>
    <message>
      <source>The account name may not be a part of the password.</source>
      <translation>密码里不能有工号。</translation>
    </message>
    <message>
      <source>That is the present password. Choose another.</source>
      <translation>这就是现在的密码，请换一个。</translation>
    </message>
    <message>
      <source>An administrator set your password. Choose one that only you know.</source>
      <translation>您的密码是管理员设的，请换成只有您自己知道的。</translation>
    </message>
    <message>
      <source>Your password is older than the office allows. Choose another.</source>
      <translation>您的密码已过单位规定的有效期，请换一个。</translation>
    </message>
    <message>
      <source>This account name belongs to another account. Choose another.</source>
      <translation>这个工号是别人的，请换一个。</translation>
    </message>
    <message>
      <source>System, security and audit administrator are three people and have no other role. Choose one of them alone.</source>
      <translation>系统、安全、审计管理员须由三人分任，且不兼任其他角色。请只选其中一个。</translation>
    </message>
    <message>
      <source>You cannot switch off your own account or take its administration away. Another security administrator can.</source>
      <translation>不能停用自己的账号，也不能取消自己的管理权限；可由另一位安全管理员操作。</translation>
    </message>
    <message>
      <source>This answer of the knowledge base was withdrawn. Look for the one that holds now.</source>
      <translation>这条口径已撤回，请改用现行的口径。</translation>
    </message>
    <message>
      <source>Nobody reviews their own words. Somebody else of the unit has to.</source>
      <translation>不能审核自己写的，请本单位其他人审核。</translation>
    </message>
    <message>
      <source>Somebody published another version meanwhile. Compare the two; sent again, yours stands in its place.</source>
      <translation>期间有人发布了新版本，请对照；再送一次即以您的为准。</translation>
    </message>
    <message>
      <source>Words in it may not be sent to a citizen. Say it another way.</source>
      <translation>含有服务禁语，不能发给群众，请换个说法。</translation>
    </message>
    <message>
      <source>Another version of somebody else already waits for that day. Give that one back first.</source>
      <translation>同一天已有他人编写的另一版待施行，请先退回那一版。</translation>
    </message>
    <message>
      <source>Its author is writing another draft of this entry. That one has to be sent or thrown away first.</source>
      <translation>编写人正在写这个条目的另一稿，须先送审或丢弃。</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>Citizen without a name</source>
      <translation>未留姓名的群众</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>示闲</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>示忙</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>小休</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>未应答</translation>
    </message>
    <message>
      <source>Transfers only</source>
      <translation>仅转接</translation>
    </message>
    <message>
      <source>Meal</source>
      <translation>用餐</translation>
    </message>
    <message>
      <source>Rest</source>
      <translation>休息</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>会议</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>培训</translation>
    </message>
    <message>
      <source>No activity for 10 minutes</source>
      <translation>10 分钟没有操作</translation>
    </message>
    <message>
      <source>Errand</source>
      <translation>办事</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>求助</translation>
    </message>
    <message>
      <source>Hot policy</source>
      <translation>热点政策</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>咨询</translation>
    </message>
    <message>
      <source>Citizen</source>
      <translation>群众</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>线上帮办坐席</translation>
    </message>
    <message>
      <source>Entrusted agent of the centre</source>
      <translation>受委托中心坐席</translation>
    </message>
    <message>
      <source>Expert of the unit</source>
      <translation>单位专家</translation>
    </message>
    <message>
      <source>Window staff</source>
      <translation>窗口人员</translation>
    </message>
    <message>
      <source>Volunteer</source>
      <translation>志愿者</translation>
    </message>
    <message>
      <source>Knowledge author</source>
      <translation>知识库编写</translation>
    </message>
    <message>
      <source>Knowledge reviewer</source>
      <translation>知识库审核</translation>
    </message>
    <message>
      <source>Knowledge tester</source>
      <translation>知识库试用</translation>
    </message>
    <message>
      <source>Supervisor of the unit</source>
      <translation>单位主管</translation>
    </message>
    <message>
      <source>Coordinator of the district</source>
      <translation>区统筹员</translation>
    </message>
    <message>
      <source>Platform support</source>
      <translation>平台技术支持</translation>
    </message>
    <message>
      <source>Hotline seat</source>
      <translation>热线坐席</translation>
    </message>
    <message>
      <source>First responsible</source>
      <translation>第一责任人</translation>
    </message>
    <message>
      <source>System administrator</source>
      <translation>系统管理员</translation>
    </message>
    <message>
      <source>Security administrator</source>
      <translation>安全管理员</translation>
    </message>
    <message>
      <source>Audit administrator</source>
      <translation>审计管理员</translation>
    </message>
    <message>
      <source>City</source>
      <translation>市级</translation>
    </message>
    <message>
      <source>City unit</source>
      <translation>市级单位</translation>
    </message>
    <message>
      <source>District</source>
      <translation>区</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <source>Town</source>
      <translation>街镇</translation>
    </message>
    <message>
      <source>Service centre</source>
      <translation>政务服务中心</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>科室</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>班组</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <source>web</source>
      <translation>网页</translation>
    </message>
    <message>
      <source>from assistant</source>
      <translation>小申转</translation>
    </message>
    <message>
      <source>app</source>
      <translation>随申办</translation>
    </message>
    <message>
      <source>portal</source>
      <translation>一网通办</translation>
    </message>
    <message>
      <source>from 12345</source>
      <translation>12345 转</translation>
    </message>
    <message>
      <source>An agent took the request</source>
      <translation>坐席已接诉求</translation>
    </message>
    <message>
      <source>%1 took the request</source>
      <translation>%1 已接诉求</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>已转接</translation>
    </message>
    <message>
      <source>Transferred to %1</source>
      <translation>已转接到 %1</translation>
    </message>
    <message>
      <source>The desk was silent; the request went back to the head of the queue</source>
      <translation>坐席断线，诉求已回到队首</translation>
    </message>
    <message>
      <source>The office closed; the request became a call-back</source>
      <translation>已到下班时间，诉求转为回电</translation>
    </message>
    <message>
      <source>A call-back was arranged</source>
      <translation>已约定回电</translation>
    </message>
    <message>
      <source>The agent ended the conversation</source>
      <translation>坐席已结束会话</translation>
    </message>
    <message>
      <source>Joined with another request of the same person</source>
      <translation>已并入同一人的另一诉求</translation>
    </message>
    <message>
      <source>Transferred to you</source>
      <translation>转接给您</translation>
    </message>
    <message>
      <source>Transferred to you: %1</source>
      <translation>转接给您：%1</translation>
    </message>
    <message>
      <source>You served this person before</source>
      <translation>您接待过这位群众</translation>
    </message>
    <message>
      <source>You have been free the longest</source>
      <translation>您空闲最久</translation>
    </message>
    <message>
      <source>Circle 1: every free desk of the unit</source>
      <translation>第 1 圈：本单位空闲坐席</translation>
    </message>
    <message>
      <source>Circle 2: unit and service centre</source>
      <translation>第 2 圈：单位与政务服务中心</translation>
    </message>
    <message>
      <source>No unit was clear from the words; district pool</source>
      <translation>从内容看不出责任单位，进区级兜底池</translation>
    </message>
    <message>
      <source>Circle 3: district pool</source>
      <translation>第 3 圈：区级兜底池</translation>
    </message>
    <message>
      <source>Contacted</source>
      <translation>已联系</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>未接</translation>
    </message>
    <message>
      <source>Another time agreed</source>
      <translation>改约</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>已解决</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>已答复</translation>
    </message>
    <message>
      <source>Called back</source>
      <translation>已回电</translation>
    </message>
    <message>
      <source>Proper channel named</source>
      <translation>已告知原渠道</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未办结</translation>
    </message>
    <message>
      <source>First reply</source>
      <translation>首次响应</translation>
    </message>
    <message>
      <source>Reply due</source>
      <translation>续答</translation>
    </message>
    <message>
      <source>After transfer</source>
      <translation>转接响应</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>回电</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>小结</translation>
    </message>
    <message>
      <source>Offer</source>
      <translation>派件</translation>
    </message>
    <message>
      <source>Reopens</source>
      <translation>恢复办公</translation>
    </message>
    <message>
      <source>Waiting for citizen</source>
      <translation>等群众</translation>
    </message>
    <message>
      <source>m</source>
      <comment>minutes, behind a figure in a ring</comment>
      <translation>分</translation>
    </message>
    <message>
      <source>%1 s left</source>
      <translation>还剩 %1 秒</translation>
    </message>
    <message>
      <source>over by %1 s</source>
      <translation>超 %1 秒</translation>
    </message>
    <message>
      <source>answered in %1 s</source>
      <translation>已答 %1 秒</translation>
    </message>
    <message>
      <source>answered late by %1 s</source>
      <translation>迟答 +%1 秒</translation>
    </message>
    <message>
      <source>was due %1</source>
      <translation>应在 %1 前，已过</translation>
    </message>
    <message>
      <source>due %1</source>
      <translation>%1 前</translation>
    </message>
    <message>
      <source>waiting for the citizen</source>
      <translation>等群众</translation>
    </message>
    <message numerus="yes">
      <source>waiting for the citizen for %n min</source>
      <translation>
        <numerusform>等群众 %n 分</numerusform>
      </translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>%3 %1/%2</source>
      <extracomment>%1 month, %2 day of the month, %3 day of the week</extracomment>
      <translation>%1月%2日(%3)</translation>
    </message>
    <message>
      <source>holiday notice for that year not published</source>
      <translation>该年度日历未发布</translation>
    </message>
    <message>
      <source>%1 is a make-up working day</source>
      <translation>%1 调休上班</translation>
    </message>
    <message>
      <source>without %1 %2</source>
      <translation>剔除 %1 %2</translation>
    </message>
    <message>
      <source>weekend</source>
      <translation>周末</translation>
    </message>
    <message>
      <source>, </source>
      <translation>，</translation>
    </message>
    <message>
      <source>%1: waiting for 35 s, nobody has taken it · %2</source>
      <translation>%1：已等 35 秒无人接 · %2</translation>
    </message>
    <message>
      <source>%1: a request has waited for 35 s and nobody has taken it</source>
      <translation>%1：有诉求已等 35 秒无人接</translation>
    </message>
    <message>
      <source>The server's record went back to an earlier time; the desks are filling it up</source>
      <translation>服务器的记录退回到较早的时间，各工作台正在回填</translation>
    </message>
    <message>
      <source>The server's wall clock was set by %1; running clocks are not touched</source>
      <translation>服务器时钟被调整 %1，正在走的计时不受影响</translation>
    </message>
    <message>
      <source>The holiday notice for %1 is not in; import it in Administration › Calendar</source>
      <translation>%1 年日历未发布，请在“管理 › 日历”中导入</translation>
    </message>
    <message>
      <source>To call back now</source>
      <translation>现在要回电</translation>
    </message>
    <message>
      <source>To check that it is the same person</source>
      <translation>核对是否本人</translation>
    </message>
    <message>
      <source>The citizen asked for it</source>
      <translation>群众要求</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>无人</translation>
    </message>
    <message>
      <source>Administrators</source>
      <translation>管理员</translation>
    </message>
    <message>
      <source>Everyone</source>
      <translation>所有人</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>locked: wrong passwords</source>
      <translation>已锁定：密码错误</translation>
    </message>
    <message>
      <source>has no password</source>
      <translation>未设密码</translation>
    </message>
    <message>
      <source>must choose a password</source>
      <translation>待本人改密码</translation>
    </message>
    <message>
      <source>active</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>The clock of one of the servers is %1 s from the database's; set it right</source>
      <translation>有一台服务器的时钟与数据库相差 %1 秒，请校准</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>in review</source>
      <translation>待审核</translation>
    </message>
    <message>
      <source>scheduled</source>
      <translation>待生效</translation>
    </message>
    <message>
      <source>in force</source>
      <translation>已生效</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>已失效</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>The knowledge base has the answer now: %1</source>
      <translation>知识库已有答复口径：%1</translation>
    </message>
    <message>
      <source>Not right</source>
      <translation>内容有误</translation>
    </message>
    <message>
      <source>Out of date</source>
      <translation>已过时</translation>
    </message>
    <message>
      <source>Something is missing</source>
      <translation>内容缺漏</translation>
    </message>
    <message>
      <source>Hard to understand</source>
      <translation>不易看懂</translation>
    </message>
    <message>
      <source>A link, number or place is dead</source>
      <translation>链接、电话或地址失效</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>Careful</source>
      <translation>谨慎</translation>
    </message>
    <message>
      <source>Usual</source>
      <translation>标准</translation>
    </message>
    <message>
      <source>Often</source>
      <translation>较多</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AccountsTab</name>
    <message>
      <source>New account</source>
      <translation>新建账号</translation>
    </message>
    <message>
      <source>Account %1</source>
      <translation>账号 %1</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>empty: stays as it is</source>
      <translation>留空则不变</translation>
    </message>
    <message>
      <source>Account name</source>
      <translation>工号</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>所属</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>Chats at most</source>
      <translation>会话上限</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>Fill in account name and name.</source>
      <translation>请填写工号和姓名。</translation>
    </message>
    <message>
      <source>Choose at least one role.</source>
      <translation>请至少选一个角色。</translation>
    </message>
    <message>
      <source>A new account needs a password.</source>
      <translation>新账号需要密码。</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>账号</translation>
    </message>
    <message>
      <source>, </source>
      <translation>，</translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Free room</source>
      <translation>余量</translation>
    </message>
    <message>
      <source>State</source>
      <translation>启停</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Forget the authenticator (it was lost)</source>
      <translation>解除身份验证器（已丢失）</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdministrationPage</name>
    <message>
      <source>Administration</source>
      <translation>管理</translation>
    </message>
    <message>
      <source>Parts of the administration</source>
      <translation>管理分项</translation>
    </message>
    <message>
      <source>%1: sent</source>
      <translation>%1：已提交</translation>
    </message>
    <message>
      <source>%1: done</source>
      <translation>%1：已完成</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdministrationTab</name>
    <message>
      <source>Choose a row first</source>
      <translation>请先选一行</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search in: %1</source>
      <translation>搜索：%1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ArrangeCallDialog</name>
    <message>
      <source>Arrange a call-back</source>
      <translation>约定回电</translation>
    </message>
    <message>
      <source>Promise the call</source>
      <translation>约定回电</translation>
    </message>
    <message>
      <source>Number of the citizen</source>
      <translation>群众电话</translation>
    </message>
    <message>
      <source>%1 is known; fill in only another number</source>
      <translation>已有 %1，另有号码才填</translation>
    </message>
    <message>
      <source>Ask the citizen for the number</source>
      <translation>请向群众问号码</translation>
    </message>
    <message>
      <source>The server sets the due time by the working hours and tells the citizen.</source>
      <translation>到期时间由服务器按工作时间计算，并告诉群众。</translation>
    </message>
    <message>
      <source>A call needs a number: ask the citizen and write it here.</source>
      <translation>回电要有号码：请问群众并填在这里。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CallBackRecordDialog</name>
    <message>
      <source>Choose what came of it.</source>
      <translation>请选择联系结果。</translation>
    </message>
    <message>
      <source>Show the number</source>
      <translation>显示号码</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>回电</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>due %1</source>
      <translation>%1 前</translation>
    </message>
    <message>
      <source> (%1)</source>
      <translation>（%1）</translation>
    </message>
    <message numerus="yes">
      <source> · %n attempt(s) so far</source>
      <translation>
        <numerusform> · 已打 %n 次</numerusform>
      </translation>
    </message>
    <message>
      <source> · agreed for %1</source>
      <translation> · 约定 %1</translation>
    </message>
    <message>
      <source>Agreed time</source>
      <translation>约定时间</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>The agreed time has passed already; choose a later one.</source>
      <translation>约定时间已过，请选更晚的时间。</translation>
    </message>
    <message>
      <source>The reason stands in the audit log.</source>
      <translation>原因会记入审计日志。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Composer</name>
    <message>
      <source>Send</source>
      <translation>发送</translation>
    </message>
    <message>
      <source>Do not quote</source>
      <translation>不引用</translation>
    </message>
    <message>
      <source>Send a picture</source>
      <translation>发图片</translation>
    </message>
    <message>
      <source>Attach a file</source>
      <translation>添加附件</translation>
    </message>
    <message>
      <source>Answer to the citizen</source>
      <translation>给群众的答复</translation>
    </message>
    <message>
      <source>Write to the citizen</source>
      <translation>写给群众</translation>
    </message>
    <message>
      <source>Go on writing; it is sent in order when the line is back</source>
      <translation>断网时照常写，联网后按顺序发出</translation>
    </message>
    <message>
      <source>Draft kept</source>
      <translation>草稿已存</translation>
    </message>
    <message>
      <source>(file)</source>
      <translation>（文件）</translation>
    </message>
    <message>
      <source>%1 is larger than 20 MB. Send a smaller file.</source>
      <translation>%1 超过 20 MB。请发小一些的文件。</translation>
    </message>
    <message>
      <source>%1 cannot be read. Choose another file.</source>
      <translation>%1 读不出来。请换一个文件。</translation>
    </message>
    <message>
      <source>The picture in the clipboard cannot be read. Save it as a file and attach that.</source>
      <translation>剪贴板里的图片读不出来。请存成文件再添加。</translation>
    </message>
    <message>
      <source>picture.png</source>
      <translation>图片.png</translation>
    </message>
    <message>
      <source>Send as a file?</source>
      <translation>作为文件发送？</translation>
    </message>
    <message>
      <source>The text has %1 characters; a message holds %2. It can be sent as a text file.</source>
      <translation>文字有 %1 字，一条消息最多 %2 字。可以作为文本文件发送。</translation>
    </message>
    <message>
      <source>Send as a text file</source>
      <translation>作为文本文件发送</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>不发送</translation>
    </message>
    <message>
      <source>text.txt</source>
      <translation>文字.txt</translation>
    </message>
    <message>
      <source>Knowledge ??</source>
      <translation>知识库 ??</translation>
    </message>
    <message>
      <source>Two question marks and a few words search the knowledge base from here</source>
      <translation>打两个问号再打几个字，就在这里搜知识库</translation>
    </message>
    <message>
      <source>Cannot answer</source>
      <translation>答不上来</translation>
    </message>
    <message>
      <source>Phrases /</source>
      <translation>常用语 /</translation>
    </message>
    <message>
      <source>A stroke and a few letters put a phrase in</source>
      <translation>输入 / 和几个字母插入常用语</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ConversationHeader</name>
    <message>
      <source>Page of the citizen</source>
      <translation>群众所在页面</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>End</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>%1 (asked as %2)</source>
      <translation>%1（群众选 %2）</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1：%2</translation>
    </message>
    <message>
      <source>no item chosen</source>
      <translation>未选事项</translation>
    </message>
    <message>
      <source>step %1</source>
      <translation>第 %1 步</translation>
    </message>
    <message>
      <source>field %1</source>
      <translation>栏目 %1</translation>
    </message>
    <message>
      <source>Page, step %1</source>
      <translation>所在页面 第 %1 步</translation>
    </message>
    <message>
      <source>Answer first: nothing ends without an answer, a call-back or a redirect</source>
      <translation>请先答复：没有答复、回电或告知渠道，不能结束</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>回电</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>转接</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>知识库</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ConversationPane</name>
    <message>
      <source>The citizen is typing…</source>
      <translation>群众正在输入…</translation>
    </message>
    <message>
      <source>Join the two</source>
      <translation>一键合并</translation>
    </message>
    <message>
      <source>Start taking requests</source>
      <translation>开始接单</translation>
    </message>
    <message>
      <source>Ready for the next request</source>
      <translation>示闲中，等下一件</translation>
    </message>
    <message>
      <source>The offer card comes up by itself; F2 takes it.</source>
      <translation>来件卡会自己弹出，按 F2 接受。</translation>
    </message>
    <message>
      <source>An offer ran out without an answer</source>
      <translation>有一件来件未应答</translation>
    </message>
    <message>
      <source>It went to a colleague. You get nothing more until you start again.</source>
      <translation>它已转给同事。您重新开始接单前不再派件。</translation>
    </message>
    <message>
      <source>You are %1: no new requests come</source>
      <translation>您在%1，不派新件</translation>
    </message>
    <message>
      <source>No case is open</source>
      <translation>没有打开的诉求</translation>
    </message>
    <message>
      <source>Choose one on the left to look at it.</source>
      <translation>在左侧选择要查看的诉求。</translation>
    </message>
    <message>
      <source>Nothing is offered to you until you start.</source>
      <translation>开始接单后才会派件给您。</translation>
    </message>
    <message>
      <source>Possible duplicate</source>
      <translation>可能重复</translation>
    </message>
    <message>
      <source>the same person asked about this item at %1</source>
      <translation>同一人 %1 问过同一事项</translation>
    </message>
    <message>
      <source>the same person has an open request about this item</source>
      <translation>同一人对同一事项还有未结束的诉求</translation>
    </message>
    <message>
      <source>Nothing to take back: a message can be taken back within 2 minutes.</source>
      <translation>没有可撤回的消息：只能撤回 2 分钟内的。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::DeskWindow</name>
    <message>
      <source>Bangban Desk</source>
      <translation>帮办工作台</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::DialogFrame</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::HoursTab</name>
    <message>
      <source>Working hours of %1</source>
      <translation>%1 的工作时间</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Open on public holidays too</source>
      <translation>法定节假日也开放</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>生效日期</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>不开放</translation>
    </message>
    <message>
      <source>Several stretches a day: 09:00-12:00,13:30-17:00</source>
      <translation>一天可写几段：09:00-12:00,13:30-17:00</translation>
    </message>
    <message>
      <source>“%1” is not readable. Write it like 09:00-12:00,13:30-17:00.</source>
      <translation>“%1”读不懂。请写成 09:00-12:00,13:30-17:00。</translation>
    </message>
    <message>
      <source>Write the day like 2026-12-01.</source>
      <translation>请把日期写成 2026-12-01。</translation>
    </message>
    <message>
      <source>Working hours</source>
      <translation>工作时间</translation>
    </message>
    <message>
      <source>open</source>
      <translation>开放</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>From</source>
      <translation>生效</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>Holidays</source>
      <translation>节假日</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ImportTab</name>
    <message>
      <source>is missing</source>
      <translation>没有填</translation>
    </message>
    <message>
      <source>is no day like 2026-10-01</source>
      <translation>不是 2026-10-01 这样的日期</translation>
    </message>
    <message>
      <source>names something that is not there</source>
      <translation>指向不存在的内容</translation>
    </message>
    <message>
      <source>has a value that is not known</source>
      <translation>的取值不认识</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>%1, entry %2</source>
      <translation>%1 第 %2 条</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>%1: “%2” %3</source>
      <translation>%1：“%2” %3</translation>
    </message>
    <message>
      <source> (it says “%1”)</source>
      <translation>（写的是“%1”）</translation>
    </message>
    <message>
      <source>Calendar and imports</source>
      <translation>日历与导入</translation>
    </message>
    <message>
      <source>Calendar: holidays of a year</source>
      <translation>日历：一年的节假日</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>组织</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Wrap-up codes</source>
      <translation>小结代码</translation>
    </message>
    <message>
      <source>Kind of file</source>
      <translation>文件种类</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Dry run</source>
      <translation>试运行</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Choose a JSON file. The dry run says what would change and which rows are faulty; only then can it be imported.</source>
      <translation>请选择 JSON 文件。试运行会说明将改动什么、哪些行有错；试运行通过后才能导入。</translation>
    </message>
    <message>
      <source>No file chosen</source>
      <translation>未选文件</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>JSON files (*.json)</source>
      <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
      <source>%1 cannot be read or is larger than 900 kB. Choose another file.</source>
      <translation>%1 读不出来或超过 900 kB。请换一个文件。</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1，%2</translation>
    </message>
    <message>
      <source>Running…</source>
      <translation>正在运行…</translation>
    </message>
    <message>
      <source>Dry run: nothing was changed.</source>
      <translation>试运行：未作任何改动。</translation>
    </message>
    <message>
      <source>Import.</source>
      <translation>导入。</translation>
    </message>
    <message>
      <source>New: %1 · changed: %2 · the same: %3</source>
      <translation>新增 %1 · 改动 %2 · 不变 %3</translation>
    </message>
    <message>
      <source>No faulty rows; it can be imported.</source>
      <translation>没有错误行，可以导入。</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>已完成。</translation>
    </message>
    <message>
      <source>Faulty rows, mend them and choose the file again:</source>
      <translation>有错误行，请改好后重新选择文件：</translation>
    </message>
    <message>
      <source>No holiday calendar is in: weekends and fixed holidays only.</source>
      <translation>还没有导入节假日安排：只按双休日和固定节日计算。</translation>
    </message>
    <message>
      <source>Holiday calendars that are in: %1.</source>
      <translation>已导入节假日安排：%1 年。</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>The notice for %1 is not out yet.</source>
      <translation>%1 年的通知尚未发布。</translation>
    </message>
    <message>
      <source>Import %1 before the year ends.</source>
      <translation>请在年底前导入 %1 年。</translation>
    </message>
    <message>
      <source>Phrases</source>
      <translation>用语</translation>
    </message>
    <message>
      <source>Canned phrases of the office and its units</source>
      <translation>公共和各单位的常用语</translation>
    </message>
    <message>
      <source>holds what may not be said</source>
      <translation>含有禁语</translation>
    </message>
    <message>
      <source>is older than what stands here</source>
      <translation>比库里现有的旧</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ItemsTab</name>
    <message>
      <source>Items</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>有效期</translation>
    </message>
    <message>
      <source>Chat</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>通话</translation>
    </message>
    <message>
      <source>Chat on or off</source>
      <translation>文字帮办开／关</translation>
    </message>
    <message>
      <source>Call on or off</source>
      <translation>通话帮办开／关</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KeysDialog</name>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>none</source>
      <translation>未设</translation>
    </message>
    <message>
      <source>Ctrl+Z in an empty field takes back what was sent within 2 minutes. In the wrap-up, digits choose and Enter ends.</source>
      <translation>输入框为空时按 Ctrl+Z 撤回 2 分钟内发出的消息。小结时按数字选择，Enter 完成。</translation>
    </message>
    <message>
      <source>Change keys in the settings</source>
      <translation>到设置里改快捷键</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KeysTable</name>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>All keys as delivered</source>
      <translation>全部恢复默认</translation>
    </message>
    <message>
      <source>Key for: %1</source>
      <translation>“%1”的按键</translation>
    </message>
    <message>
      <source>%1 belongs to “%2” already. Choose another key, or change that one first.</source>
      <translation>%1 已用于“%2”。请换一个键，或先改那一个。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::NoticeStack</name>
    <message>
      <source>Reconnect now</source>
      <translation>立即重连</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>知道了</translation>
    </message>
    <message>
      <source>clocks go on by the server's time</source>
      <translation>倒计时按服务器时差照常走</translation>
    </message>
    <message>
      <source>data as of %1 (%2 s ago) · %3</source>
      <translation>数据停在 %1（%2 秒前） · %3</translation>
    </message>
    <message numerus="yes">
      <source>%n pending</source>
      <translation>
        <numerusform>待发 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>No connection; no new offers until it is back</source>
      <translation>连接断开，恢复前不派新件</translation>
    </message>
    <message>
      <source>Connection lost, reconnecting</source>
      <translation>网络断开，正在重连</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>另有 %n 条</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OfferCard</name>
    <message>
      <source>Decline, say why</source>
      <translation>谢绝，选原因</translation>
    </message>
    <message>
      <source>Why you</source>
      <translation>为什么是您</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>接受</translation>
    </message>
    <message>
      <source>The case in hand needs me</source>
      <translation>手上这件走不开</translation>
    </message>
    <message>
      <source>Not my field</source>
      <translation>不是我的业务</translation>
    </message>
    <message>
      <source>I know the person asking</source>
      <translation>与当事人相识，应回避</translation>
    </message>
    <message>
      <source>I have to leave the seat</source>
      <translation>要离开座位</translation>
    </message>
    <message>
      <source>No item chosen</source>
      <translation>未选事项</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>区级兜底池</translation>
    </message>
    <message>
      <source>Every free desk sees this card; the first to take it answers.</source>
      <translation>空闲坐席都能看到，先接的答复。</translation>
    </message>
    <message>
      <source>When the ring is over it goes to the next one and you are set to Missed.</source>
      <translation>到时自动转下一位，您转为“未应答”。</translation>
    </message>
    <message>
      <source>Offer: %1, %2</source>
      <translation>来件：%1，%2</translation>
    </message>
    <message>
      <source>has waited %1 s</source>
      <translation>已等 %1 秒</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::NodeDialog</name>
    <message>
      <source>New part of the organisation</source>
      <translation>新增组织</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>无</translation>
    </message>
    <message>
      <source>open</source>
      <translation>长期</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>上级</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>生效日期</translation>
    </message>
    <message>
      <source>Valid until</source>
      <translation>截止日期</translation>
    </message>
    <message>
      <source>Taken over by</source>
      <translation>职能并入</translation>
    </message>
    <message>
      <source>Fill in the name.</source>
      <translation>请填写名称。</translation>
    </message>
    <message>
      <source>Write the day like 2026-12-01.</source>
      <translation>日期请写成 2026-12-01 的形式。</translation>
    </message>
    <message>
      <source>It cannot end before it begins.</source>
      <translation>截止日期不能早于生效日期。</translation>
    </message>
    <message>
      <source>%1 is still in it. Move everything and everybody elsewhere first.</source>
      <translation>其中还有“%1”。请先将下级组织和人员移到别处。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OrganisationTab</name>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>New below it</source>
      <translation>新增下级</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>组织</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>上级</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>有效期</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Palette</name>
    <message>
      <source>Find an action</source>
      <translation>查找操作</translation>
    </message>
    <message>
      <source>Name or initials, Enter runs it</source>
      <translation>名称或拼音首字母，Enter 执行</translation>
    </message>
    <message>
      <source>Actions</source>
      <translation>操作</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PriorityDialog</name>
    <message>
      <source>Correct the priority</source>
      <translation>更正级别</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>The citizen said: %1</source>
      <translation>群众选的是：%1</translation>
    </message>
    <message>
      <source>%1 · P%2</source>
      <translation>%1 · P%2</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Write the reason; both purposes are kept.</source>
      <translation>请写原因；两种说法都会保留。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::QueueColumn</name>
    <message>
      <source>Waiting</source>
      <translation>等候</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>我的</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>回电</translation>
    </message>
    <message>
      <source>Take next</source>
      <translation>接下一件</translation>
    </message>
    <message>
      <source>Nobody is waiting. New requests appear here by themselves.</source>
      <translation>没有人在等。新诉求会自己出现在这里。</translation>
    </message>
    <message>
      <source>Load %1 / 100</source>
      <translation>用量 %1 / 100</translation>
    </message>
    <message numerus="yes">
      <source>%n more below</source>
      <translation>
        <numerusform>下面还有 %n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>As of %1, for reference</source>
      <translation>排队停在 %1，只供参考</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::QueueDelegate</name>
    <message>
      <source>transferred</source>
      <translation>转接来</translation>
    </message>
    <message>
      <source>possible duplicate</source>
      <translation>可能重复</translation>
    </message>
    <message>
      <source>pending</source>
      <translation>待发</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Rail</name>
    <message>
      <source>Service</source>
      <translation>服务</translation>
    </message>
    <message>
      <source>Admin</source>
      <comment>page of the rail: administration</comment>
      <translation>管理</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>知识库</translation>
    </message>
    <message>
      <source>Phrases</source>
      <translation>用语</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>高对比</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>标准</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>较大</translation>
    </message>
    <message>
      <source>Large</source>
      <translation>大</translation>
    </message>
    <message>
      <source>Very large</source>
      <translation>特大</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Ctrl+Enter sends, Enter starts a new line</source>
      <translation>Ctrl+Enter 发送，Enter 换行</translation>
    </message>
    <message>
      <source>Enter sends, Shift+Enter starts a new line</source>
      <translation>Enter 发送，Shift+Enter 换行</translation>
    </message>
    <message>
      <source>Send with</source>
      <translation>发送键</translation>
    </message>
    <message>
      <source>While an input method composes, Enter only ends the composing.</source>
      <translation>输入法组字时，Enter 只结束组字。</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>声音</translation>
    </message>
    <message>
      <source>All the way to the left is off. An offer sounds every 10 s until it is gone.</source>
      <translation>拉到最左为静音。有来件时每 10 秒响一次，直到来件消失。</translation>
    </message>
    <message>
      <source>Change the password…</source>
      <translation>修改密码…</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>Your other desks ask for the new one.</source>
      <translation>您在其他电脑上的工作台会要求输入新密码。</translation>
    </message>
    <message>
      <source>The password was changed.</source>
      <translation>密码已修改。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SidePanel</name>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Past</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Knowledge, item and past requests</source>
      <translation>知识库、事项和历史</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>No item was chosen. The words of the question decided the unit: %1</source>
      <translation>未选事项。由内容判断责任单位：%1</translation>
    </message>
    <message>
      <source>not clear</source>
      <translation>看不出</translation>
    </message>
    <message>
      <source>Open a request to see its item and materials.</source>
      <translation>打开一件诉求，这里显示事项和材料。</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <source>Ask at</source>
      <translation>咨询科室</translation>
    </message>
    <message>
      <source>Promised</source>
      <translation>承诺时限</translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n 个工作日</numerusform>
      </translation>
    </message>
    <message>
      <source>at once</source>
      <translation>即办</translation>
    </message>
    <message>
      <source>Fee</source>
      <translation>费用</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Hot policy</source>
      <translation>热点政策</translation>
    </message>
    <message>
      <source>Materials</source>
      <translation>材料清单</translation>
    </message>
    <message>
      <source>%1 · %2 waived</source>
      <translation>%1 项 · %2 项免交</translation>
    </message>
    <message>
      <source>Waived</source>
      <translation>免交</translation>
    </message>
    <message>
      <source>If needed</source>
      <translation>视情形</translation>
    </message>
    <message>
      <source>Past %1</source>
      <translation>历史 %1</translation>
    </message>
    <message>
      <source>This person has no earlier request.</source>
      <translation>此人没有更早的诉求。</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>知识库</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SignInPage</name>
    <message>
      <source>Sign in</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更换</translation>
    </message>
    <message>
      <source>Caps Lock is on</source>
      <translation>大写锁定已打开</translation>
    </message>
    <message>
      <source>Forgotten the password? Your unit's administrator sets a new one.</source>
      <translation>忘记密码请找本单位管理员</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>高对比</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Bangban Desk</source>
      <translation>帮办工作台</translation>
    </message>
    <message>
      <source>Online help by people</source>
      <translation>线上专业人工帮办</translation>
    </message>
    <message>
      <source>First reply within 1 minute</source>
      <translation>1 分钟内首次响应</translation>
    </message>
    <message>
      <source>In working hours, from the moment a person is asked for</source>
      <translation>工作时段，从群众点“找人工”起算</translation>
    </message>
    <message>
      <source>At least 90 % solved</source>
      <translation>事项解决率不低于 90 %</translation>
    </message>
    <message>
      <source>It counts when the citizen says so</source>
      <translation>群众说解决了才算</translation>
    </message>
    <message>
      <source>At least 90 % of three-party calls connected</source>
      <translation>三方通话接通率不低于 90 %</translation>
    </message>
    <message>
      <source>Hotline, enterprise and unit on one line</source>
      <translation>12345、企业、业务部门同线</translation>
    </message>
    <message>
      <source>Version %1</source>
      <translation>版本 %1</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>工号</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>State afterwards</source>
      <translation>登录后状态</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>示忙</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <source>You set Ready yourself</source>
      <translation>示闲由您自己点</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>服务器地址</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>The server address is not readable. Write it like wss://desk.example:8443.</source>
      <translation>服务器地址读不懂。请写成 wss://desk.example:8443。</translation>
    </message>
    <message>
      <source>Fill in account and password.</source>
      <translation>请填写工号和密码。</translation>
    </message>
    <message>
      <source>Server online %1 ms · clock difference %2 s</source>
      <translation>服务器在线 %1 ms · 校时差 %2 秒</translation>
    </message>
    <message>
      <source>No server connected: %1</source>
      <translation>未连服务器：%1</translation>
    </message>
    <message>
      <source>Looking for %1; it is tried again by itself</source>
      <translation>正在连接 %1，会自动重试</translation>
    </message>
    <message>
      <source>Cancel signing in</source>
      <translation>取消登录</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TopStrip</name>
    <message>
      <source>Presence: %1</source>
      <translation>状态：%1</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>示例数据</translation>
    </message>
    <message>
      <source>The server holds sample data; nothing here is about real people.</source>
      <translation>服务器上是示例数据，与真实人员无关。</translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>An offer ran out without an answer. Choose a state to go on.</source>
      <translation>有来件未应答。请选一个状态继续。</translation>
    </message>
    <message>
      <source>Change your presence</source>
      <translation>更改状态</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>未连接</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>连接中</translation>
    </message>
    <message>
      <source>Online %1 ms</source>
      <translation>在线 %1 ms</translation>
    </message>
    <message>
      <source>Online</source>
      <translation>在线</translation>
    </message>
    <message>
      <source>Reconnecting %1</source>
      <translation>重连中 %1</translation>
    </message>
    <message>
      <source>Disconnected %1</source>
      <translation>已断开 %1</translation>
    </message>
    <message>
      <source>as of %1</source>
      <translation>截至 %1</translation>
    </message>
    <message>
      <source>1-min reply today</source>
      <translation>今日 1 分钟响应</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>解决率</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>受理</translation>
    </message>
    <message>
      <source>First human reply within 60 s ÷ requests whose minute ran: %1 ÷ %2. Apart: %3.</source>
      <translation>60 秒内人工首次响应 ÷ 起算一分钟的诉求：%1 ÷ %2 件。单列 %3 件。</translation>
    </message>
    <message>
      <source>Solved by the citizen's mark, else the agent's ÷ closed and in scope: %1 ÷ %2.</source>
      <translation>按群众标记（未标则按坐席标记）已解决 ÷ 已办结且属帮办范围：%1 ÷ %2 件。</translation>
    </message>
    <message>
      <source>Ready: take requests</source>
      <translation>示闲：接新件</translation>
    </message>
    <message>
      <source>Busy: take no new requests</source>
      <translation>示忙：不接新件</translation>
    </message>
    <message>
      <source>Transfers only</source>
      <translation>仅转接</translation>
    </message>
    <message>
      <source>Rest</source>
      <translation>休息</translation>
    </message>
    <message>
      <source>Meal</source>
      <translation>用餐</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>会议</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>培训</translation>
    </message>
    <message>
      <source>Break when this work is done: %1</source>
      <translation>办完手上的再小休：%1</translation>
    </message>
    <message>
      <source>Break: %1</source>
      <translation>小休：%1</translation>
    </message>
    <message>
      <source>Cancel: %1 afterwards</source>
      <translation>取消：之后%1</translation>
    </message>
    <message>
      <source>Offline when this work is done</source>
      <translation>办完手上的再离线</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>离线</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TranscriptDelegate</name>
    <message>
      <source>This message was taken back</source>
      <translation>此消息已撤回</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>重发</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Note by %1 · not seen by the citizen · %2</source>
      <translation>%1 的内部备注 · 群众看不到 · %2</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>已发送</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>发送中</translation>
    </message>
    <message>
      <source>Pending, sent by itself when the line is back</source>
      <translation>待发，联网后自动发出</translation>
    </message>
    <message>
      <source>Not sent: %1 · Retry</source>
      <translation>未发出：%1 · 重发</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>已读</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>智能客服</translation>
    </message>
    <message>
      <source>Citizen</source>
      <translation>群众</translation>
    </message>
    <message>
      <source>Card: %1</source>
      <translation>卡片：%1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TranscriptView</name>
    <message>
      <source>Conversation</source>
      <translation>会话</translation>
    </message>
    <message>
      <source>Save file</source>
      <translation>保存文件</translation>
    </message>
    <message>
      <source>%1 cannot be replaced. Choose another name.</source>
      <translation>%1 不能替换。请换个名字。</translation>
    </message>
    <message>
      <source>%1 cannot be written. Choose another folder.</source>
      <translation>%1 写不进去。请换个文件夹。</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>引用</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Save file…</source>
      <translation>保存文件…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>重新发送</translation>
    </message>
    <message>
      <source>Drop; the words come back as draft</source>
      <translation>放弃，文字退回草稿</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TransferDialog</name>
    <message>
      <source>Transfer</source>
      <translation>转接</translation>
    </message>
    <message>
      <source>Find a unit or a colleague</source>
      <translation>查找单位或同事</translation>
    </message>
    <message>
      <source>Units and colleagues</source>
      <translation>单位与同事</translation>
    </message>
    <message>
      <source>Unit or colleague</source>
      <translation>单位或同事</translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Free room</source>
      <translation>余量</translation>
    </message>
    <message>
      <source>Reason (the receiving side reads it first)</source>
      <translation>原因（接收方先看到）</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>The start of the minute is kept; the receiving side gets 60 s of its own.</source>
      <translation>首响起点不变，接收方另有自己的 60 秒。</translation>
    </message>
    <message numerus="yes">
      <source>%n ready</source>
      <translation>
        <numerusform>%n 人示闲</numerusform>
      </translation>
    </message>
    <message>
      <source>Choose a unit or a colleague.</source>
      <translation>请选择单位或同事。</translation>
    </message>
    <message>
      <source>Write the reason: the receiving side needs it.</source>
      <translation>请写原因：接收方需要知道。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::WrapUpPanel</name>
    <message>
      <source>60 s more</source>
      <translation>延长 60 秒</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>小结</translation>
    </message>
    <message>
      <source>1 What it was about</source>
      <translation>1 类别</translation>
    </message>
    <message>
      <source>2 How it ended</source>
      <translation>2 结果</translation>
    </message>
    <message>
      <source>%1  %2</source>
      <translation>%1  %2</translation>
    </message>
    <message>
      <source>Choose the category: a digit, or the arrows.</source>
      <translation>请选类别：按数字或方向键。</translation>
    </message>
    <message>
      <source>Choose the result: a digit, or the arrows.</source>
      <translation>请选结果：按数字或方向键。</translation>
    </message>
    <message>
      <source>Enter ends the wrap-up.</source>
      <translation>回车完成小结。</translation>
    </message>
    <message>
      <source>%1 · nothing is blocked when the time is over; then it is filed as unsorted</source>
      <translation>%1 · 到时不会卡住，记为“未整理”</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::BlockDialog</name>
    <message>
      <source>Block the sender</source>
      <translation>屏蔽此来访者</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>Block: their page shows the phone number of the centre</source>
      <translation>屏蔽：对方页面只显示“请拨打服务中心电话”</translation>
    </message>
    <message>
      <source>Lift the block</source>
      <translation>解除屏蔽</translation>
    </message>
    <message>
      <source>What they asked already is still answered.</source>
      <translation>已提出的诉求仍会答复。</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Write the reason; it is kept in the audit log.</source>
      <translation>请写原因；原因记入审计日志。</translation>
    </message>
  </context>
  <context>
    <name>QShortcut</name>
    <message>
      <source>Return</source>
      <translation>Enter</translation>
      <extracomment>The toolkit's word for the key, wherever it writes one; on the keyboard stands Enter.</extracomment>
    </message>
  </context>
  <context>
    <name>bangban::ui::LockPage</name>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>The screen is locked. Conversations go on arriving; nothing you wrote is lost.</source>
      <translation>屏幕已锁定。会话照常接收，写过的内容不会丢失。</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>Sign out and let somebody else in</source>
      <translation>退出登录，换人使用</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SecondFactorDialog</name>
    <message>
      <source>Second factor</source>
      <translation>双因素验证</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator shows for this office.</source>
      <translation>请输入身份验证器上显示的 6 位验证码。</translation>
    </message>
    <message>
      <source>Your office asks for a second factor. Scan the picture with an authenticator on your phone, or type the key into it; then type the six digits it shows.</source>
      <translation>本单位要求双因素登录。请用手机上的身份验证器扫描图案，或手工输入密钥，再填写它显示的 6 位验证码。</translation>
    </message>
    <message>
      <source>Picture to scan</source>
      <translation>待扫描的图案</translation>
    </message>
    <message>
      <source>Key to type</source>
      <translation>待输入的密钥</translation>
    </message>
    <message>
      <source>Six digits</source>
      <translation>6 位数字</translation>
    </message>
    <message>
      <source>Code of the authenticator</source>
      <translation>身份验证器的验证码</translation>
    </message>
    <message>
      <source>The code has six digits.</source>
      <translation>验证码是 6 位数字。</translation>
    </message>
    <message>
      <source>The code is not good. Each one is good once and for half a minute: wait for the next. If it stays, check the phone's clock.</source>
      <translation>验证码无效。每个验证码只在半分钟内有效、只能用一次：请等下一个。仍不行请检查手机时间。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OfficeSettingsTab</name>
    <message>
      <source>Office settings</source>
      <translation>单位设置</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source> min</source>
      <translation> 分钟</translation>
    </message>
    <message>
      <source> days</source>
      <translation> 天</translation>
    </message>
    <message>
      <source>Second factor</source>
      <translation>双因素登录</translation>
    </message>
    <message>
      <source>Who signs in with a code of their authenticator beside the password.</source>
      <translation>谁登录时除密码外还要输入身份验证器的验证码。</translation>
    </message>
    <message>
      <source>Screen lock</source>
      <translation>锁屏</translation>
    </message>
    <message>
      <source>A desk that nobody touches asks for the password after this time.</source>
      <translation>无人操作超过这个时间，工作台要求重新输入密码。</translation>
    </message>
    <message>
      <source>Keep closed requests</source>
      <translation>办结件保存期</translation>
    </message>
    <message>
      <source>Older ones become unreadable for ever, backups included, as soon as those are newer than the deletion. What was counted stays.</source>
      <translation>超过期限的办结件永久不可读；删除之后做的备份里也不再有。统计数字保留。</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>for ever</source>
      <translation>长期</translation>
    </message>
    <message>
      <source>A password is good</source>
      <translation>密码有效期</translation>
    </message>
    <message>
      <source>Afterwards its owner chooses another at the next sign-in.</source>
      <translation>到期后，本人下次登录时换一个新密码。</translation>
    </message>
    <message>
      <source>Closed requests older than %1 days become unreadable for ever, at once. Nobody can bring them back.</source>
      <translation>办结超过 %1 天的件立即永久不可读，谁也无法恢复。</translation>
    </message>
    <message>
      <source>Keep them for a shorter time</source>
      <translation>缩短保存期</translation>
    </message>
    <message>
      <source>The assistant answers alone</source>
      <translation>小申独立答复</translation>
    </message>
    <message>
      <source>Else it offers a choice, or a person. Measured on 2,274 questions to public offices: careful answers 17.1 % alone, 95.6 % of them right; usual 22.2 %, 92.9 %; often 25.2 %, 89.9 %. With never it does where an entry is named as it is called.</source>
      <translation>拿不准时给出候选或转人工。用 2,274 个政务问题实测：谨慎档独立答复 17.1%，其中 95.6% 正确；标准档 22.2%、92.9%；较多档 25.2%、89.9%。选“从不”时，只有说出条目原题才独立答复。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PasswordDialog</name>
    <message>
      <source>New password</source>
      <translation>新密码</translation>
    </message>
    <message>
      <source>Change the password</source>
      <translation>修改密码</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>At least 8 characters, letters mixed with digits or other signs, without the account name.</source>
      <translation>至少 8 个字符，同时有字母和数字或其他符号，不含工号。</translation>
    </message>
    <message>
      <source>Present password</source>
      <translation>现在的密码</translation>
    </message>
    <message>
      <source>New password once more</source>
      <translation>再输一次新密码</translation>
    </message>
    <message>
      <source>Fill in the present password.</source>
      <translation>请输入现在的密码。</translation>
    </message>
    <message>
      <source>The two new passwords are not the same.</source>
      <translation>两次输入的新密码不一致。</translation>
    </message>
    <message>
      <source>The line broke before the answer came. The new password may hold already: try with it first.</source>
      <translation>等到答复前连接断了。新密码可能已经生效，请先用新密码试。</translation>
    </message>
    <message>
      <source>The present password is wrong.</source>
      <translation>现在的密码不对。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SuggestionRow</name>
    <message>
      <source>from %1</source>
      <translation>%1 起</translation>
    </message>
    <message>
      <source>ends today</source>
      <translation>今天失效</translation>
    </message>
    <message numerus="yes">
      <source>ends in %n day(s)</source>
      <translation>
        <numerusform>剩 %n 天失效</numerusform>
      </translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>已撤回</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AnswerBox</name>
    <message>
      <source>Insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>大白话</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>口径</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>Interpreted by %1</source>
      <translation>解读单位：%1</translation>
    </message>
    <message>
      <source>in force until %1</source>
      <translation>有效至 %1</translation>
    </message>
    <message>
      <source>sample</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Wrong?</source>
      <translation>有错</translation>
    </message>
    <message>
      <source>Says what is wrong; the unit has five working days to put it right</source>
      <translation>说明哪里有错，责任单位 5 个工作日内改正</translation>
    </message>
    <message>
      <source>Useful</source>
      <translation>有用</translation>
    </message>
    <message>
      <source>Useful ✓</source>
      <translation>有用 ✓</translation>
    </message>
    <message>
      <source>It answered the question, by word of mouth or on the screen; its editors see how it was asked</source>
      <translation>口头或照屏幕答复也算；编写人会看到群众是怎么问的</translation>
    </message>
    <message>
      <source>Send as card</source>
      <translation>发卡片</translation>
    </message>
    <message>
      <source>Sends it as the citizen is to see it, with its pictures, videos and links (%1)</source>
      <translation>按群众看到的样子发送，含图解、视频和链接（%1）</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KnowledgePanel</name>
    <message>
      <source>Search questions, items, clauses; pinyin initials too</source>
      <translation>搜问题、事项、条款，拼音首字母也行</translation>
    </message>
    <message>
      <source>Search the knowledge base</source>
      <translation>搜索知识库</translation>
    </message>
    <message>
      <source>The knowledge base cannot be kept on this PC: %1</source>
      <translation>知识库存不到本机：%1</translation>
    </message>
    <message>
      <source>The knowledge base is on its way: %1 %</source>
      <translation>知识库正在下载：%1 %</translation>
    </message>
    <message>
      <source>No knowledge base is here yet. It comes when the line is there.</source>
      <translation>本机还没有知识库，连上服务器后自动下载。</translation>
    </message>
    <message>
      <source>Others fit better by now; they come when the pointer leaves the list</source>
      <translation>有更合适的条目，鼠标移开后换上</translation>
    </message>
    <message>
      <source>Nothing fits. Try other words, or transfer to who knows.</source>
      <translation>没有合适的条目。换个说法再搜，或转给懂的人。</translation>
    </message>
    <message numerus="yes">
      <source>Type what you look for: %n entries are here.</source>
      <translation>
        <numerusform>输入要找的内容，本机共 %n 条。</numerusform>
      </translation>
    </message>
    <message>
      <source>By the item and the citizen&apos;s last words</source>
      <translation>按事项和群众最近的话推荐</translation>
    </message>
    <message>
      <source>What is wrong?</source>
      <translation>哪里有错？</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>提交</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ServicePage</name>
    <message>
      <source>Noted: the unit has five working days for its answer, and the citizen hears of it.</source>
      <translation>已记为答不上来：责任单位 5 个工作日内补口径，补上后会告知群众。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ReasonDialog</name>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Say why; who reads it later has only this.</source>
      <translation>请写明原因，以后查看的人只看得到这一句。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KnowledgePage</name>
    <message>
      <source>They were told</source>
      <translation>已告知</translation>
    </message>
    <message>
      <source>Close without an answer</source>
      <translation>不补口径，关闭</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Give back</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>%1 reads why, and goes on writing.</source>
      <translation>%1 会看到原因，并接着修改。</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>No desk can say “%1” any more. Whoever was told it in the last 30 days is followed up.</source>
      <translation>各坐席将不能再用“%1”。近 30 天内听过这条口径的人会列入回查。</translation>
    </message>
    <message>
      <source>Asked: %1</source>
      <translation>群众原话：%1</translation>
    </message>
    <message>
      <source>All its answers are in</source>
      <translation>问答已齐</translation>
    </message>
    <message>
      <source>A question and answer of: %1</source>
      <translation>政策问答：%1</translation>
    </message>
    <message numerus="yes">
      <source>%1 and %n more who asked the same</source>
      <translation>
        <numerusform>%1（另有 %n 人问了同样的问题，一并关闭）</numerusform>
      </translation>
    </message>
    <message>
      <source>Another version begins on %1 all the same; give it back, too, if it may not.</source>
      <translation>另一版仍会在 %1 起施行；如果也不应施行，请一并退回。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryList</name>
    <message>
      <source>Search the unit&apos;s entries</source>
      <translation>搜本单位条目</translation>
    </message>
    <message>
      <source>New entry</source>
      <translation>新建</translation>
    </message>
    <message>
      <source>The unit&apos;s entries</source>
      <translation>本单位条目</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>%1 起</translation>
    </message>
    <message numerus="yes">
      <source>%n entries</source>
      <translation>
        <numerusform>%n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>All entries</source>
      <translation>全部条目</translation>
    </message>
    <message>
      <source>Near their end</source>
      <translation>临期、待复核</translation>
    </message>
    <message>
      <source>Not in force yet</source>
      <translation>尚未施行</translation>
    </message>
    <message>
      <source>Which entries</source>
      <translation>显示哪些条目</translation>
    </message>
    <message>
      <source>to be looked at</source>
      <translation>待复核</translation>
    </message>
    <message>
      <source>look again by %1</source>
      <translation>%1 前复核</translation>
    </message>
    <message>
      <source>none in 30 days</source>
      <translation>30 天内没有</translation>
    </message>
    <message>
      <source>none to begin</source>
      <translation>没有待施行的</translation>
    </message>
    <message>
      <source>May contradict each other</source>
      <translation>可能互相矛盾</translation>
    </message>
    <message>
      <source>%1, but %2: %3</source>
      <translation>%1，而 %2：%3</translation>
    </message>
    <message>
      <source>not alike</source>
      <translation>不一致</translation>
    </message>
    <message>
      <source>none found</source>
      <translation>没有发现</translation>
    </message>
    <message>
      <source>Entries from a table</source>
      <translation>从表格导入</translation>
    </message>
    <message>
      <source>Items without an answer</source>
      <translation>没有问答的事项</translation>
    </message>
    <message>
      <source>new</source>
      <translation>新上线</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>缺问答</translation>
    </message>
    <message numerus="yes">
      <source>%n items</source>
      <translation>
        <numerusform>%n 个事项</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TaskColumn</name>
    <message>
      <source>Answers owed</source>
      <translation>待补口径</translation>
    </message>
    <message>
      <source>within 5 working days of “cannot answer”</source>
      <translation>答不上来起 5 个工作日内</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>纠错派单</translation>
    </message>
    <message>
      <source>within 5 working days</source>
      <translation>5 个工作日内</translation>
    </message>
    <message>
      <source>Told the old words</source>
      <translation>回查</translation>
    </message>
    <message>
      <source>to be told what holds now</source>
      <translation>告知现行口径</translation>
    </message>
    <message>
      <source>To be reviewed</source>
      <translation>待审核</translation>
    </message>
    <message>
      <source>nobody reviews their own</source>
      <translation>不审自己写的</translation>
    </message>
    <message>
      <source>Close without an answer</source>
      <translation>不补口径，关闭</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Answers worth keeping</source>
      <translation>采编建议</translation>
    </message>
    <message>
      <source>given at a desk, not yet an entry</source>
      <translation>已经答出来，还不是条目</translation>
    </message>
    <message>
      <source>Policies to begin</source>
      <translation>新政待施行</translation>
    </message>
    <message>
      <source>answers in a working day before</source>
      <translation>施行前 1 个工作日问答入库</translation>
    </message>
    <message>
      <source>Save as a list</source>
      <translation>导出清单</translation>
    </message>
    <message>
      <source>Questions nobody could answer…</source>
      <translation>待补口径清单…</translation>
    </message>
    <message>
      <source>Agenda: questions of several units…</source>
      <translation>跨部门议题清单…</translation>
    </message>
    <message>
      <source>Register a policy</source>
      <translation>登记新政策</translation>
    </message>
    <message>
      <source>Asks the same as</source>
      <translation>与这一问相同</translation>
    </message>
    <message>
      <source>All its answers are in</source>
      <translation>问答已齐</translation>
    </message>
    <message>
      <source>Versions to begin</source>
      <translation>待施行版本</translation>
    </message>
    <message>
      <source>let pass; each begins by itself</source>
      <translation>已审核，到日自动施行</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>%1 起</translation>
    </message>
    <message>
      <source>Hit, miss and wrong answers…</source>
      <translation>命中率、未命中率、错答率…</translation>
    </message>
    <message>
      <source>Rounds of inspection</source>
      <translation>巡检找茬</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>巡检找茬</translation>
    </message>
    <message>
      <source>entries to be read</source>
      <translation>条待检</translation>
    </message>
    <message>
      <source>Hot questions of today…</source>
      <translation>今日热点…</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryEditor</name>
    <message>
      <source>Choose an entry on the left, or a task on the right.</source>
      <translation>从左边选一条，或从右边领一件。</translation>
    </message>
    <message>
      <source>Send to review</source>
      <translation>送审</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>发布</translation>
    </message>
    <message>
      <source>Give back</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>丢弃草稿</translation>
    </message>
    <message>
      <source>The question, as people ask it</source>
      <translation>群众怎么问，就怎么写</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>施行日</translation>
    </message>
    <message>
      <source>until (empty: no end)</source>
      <translation>截止日（空：长期）</translation>
    </message>
    <message>
      <source>Look again by</source>
      <translation>复核期限</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>大白话</translation>
    </message>
    <message>
      <source>what a desk sends with one key</source>
      <translation>坐席一键发给群众的就是这一层</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>答复口径</translation>
    </message>
    <message>
      <source>the same words by telephone and at the window</source>
      <translation>对外统一说法，电话和窗口照此答</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>原文条款</translation>
    </message>
    <message>
      <source>the clauses it rests on; they are quoted, not rewritten</source>
      <translation>只引用，不改写</translation>
    </message>
    <message>
      <source>Document and article</source>
      <translation>文件与条款</translation>
    </message>
    <message>
      <source>Company Law, article 35</source>
      <translation>《中华人民共和国公司法》第三十五条</translation>
    </message>
    <message>
      <source>Interpreted by</source>
      <translation>解读单位</translation>
    </message>
    <message>
      <source>Other ways to ask it</source>
      <translation>相似问法</translation>
    </message>
    <message>
      <source>one a line; the search and the assistant use them</source>
      <translation>一行一个，检索和小申都会用</translation>
    </message>
    <message>
      <source>(no item)</source>
      <translation>（不属于某个事项）</translation>
    </message>
    <message>
      <source>Published: every desk has it.</source>
      <translation>已发布，所有坐席当场可见。</translation>
    </message>
    <message>
      <source>Thrown away.</source>
      <translation>草稿已丢弃。</translation>
    </message>
    <message>
      <source>%1 writes about it, too. Both are kept; who publishes later compares.</source>
      <translation>%1 也在改这一条。两份都保留，后发布的要对照。</translation>
    </message>
    <message>
      <source>Given back: %1</source>
      <translation>退回原因：%1</translation>
    </message>
    <message>
      <source>%1 · your draft, kept as you write</source>
      <translation>%1 · 您的草稿，边写边存</translation>
    </message>
    <message>
      <source>%1 · draft by %2</source>
      <translation>%1 · %2 的草稿</translation>
    </message>
    <message>
      <source>%1 · %2</source>
      <translation>%1 · %2</translation>
    </message>
    <message>
      <source>%1 of %2 characters</source>
      <translation>%1 字 / %2</translation>
    </message>
    <message>
      <source>sentences are long: %1 characters</source>
      <translation>句子太长：%1 字</translation>
    </message>
    <message>
      <source>%1 % stands in the source: say it in plain words</source>
      <translation>与原文重合 %1 %，请改成大白话</translation>
    </message>
    <message>
      <source>reads well</source>
      <translation>读得懂</translation>
    </message>
    <message>
      <source>Give it a question and the day from which it holds.</source>
      <translation>请写上问题和施行日。</translation>
    </message>
    <message>
      <source>Sent to review.</source>
      <translation>已送审。</translation>
    </message>
    <message>
      <source>Draft kept %1</source>
      <translation>草稿已存 %1</translation>
    </message>
    <message>
      <source>What changes</source>
      <translation>看改动</translation>
    </message>
    <message>
      <source>Struck out: the version published last. Underlined: this draft.</source>
      <translation>删除线：上一版；下划线：本稿。</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>截止日</translation>
    </message>
    <message>
      <source>%1 was: %2</source>
      <translation>%1原为：%2</translation>
    </message>
    <message>
      <source>(none)</source>
      <translation>（无）</translation>
    </message>
    <message>
      <source>It was written from v%1, and v%2 was published since. Give it back.</source>
      <translation>本稿按 v%1 起草，此后已发布 v%2。请退回重写。</translation>
    </message>
    <message>
      <source>It says %1; “%2” of %3 says %4.</source>
      <translation>这里写“%1”，%3的“%2”写“%4”。</translation>
    </message>
    <message>
      <source>May contradict what holds now. %1</source>
      <translation>可能与现行口径矛盾：%1</translation>
    </message>
    <message>
      <source>another version begins on %1</source>
      <translation>另一版自 %1 起施行</translation>
    </message>
    <message>
      <source>begins on %1 · written by %2, let pass by %3</source>
      <translation>自 %1 起施行 · %2 编写，%3 审核通过</translation>
    </message>
    <message>
      <source>Let pass: it begins on %1.</source>
      <translation>已通过：自 %1 起施行。</translation>
    </message>
    <message>
      <source>It was written from v%1, and takes the place of v%2. Give it back if a change of that must stay.</source>
      <translation>它是在 v%1 上写的，到日将取代 v%2；如需保留其后的改动，请退回。</translation>
    </message>
    <message>
      <source>Pictures and links</source>
      <translation>图解与链接</translation>
    </message>
    <message>
      <source>A file is on its way still; send it to review when it is there.</source>
      <translation>文件还在上传，传完后再送审。</translation>
    </message>
    <message>
      <source>“%1” is not on the server yet, or not any more. Try again in a while, or take it out and add it again.</source>
      <translation>服务器上还没有“%1”或已不在：请稍后再试，或移除后重新添加。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdviceBar</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SendCheck</name>
    <message>
      <source>Say that</source>
      <translation>换成这句</translation>
    </message>
    <message>
      <source>Send as it is</source>
      <translation>照原样发送</translation>
    </message>
    <message>
      <source>“%1” may not be said to a citizen</source>
      <translation>“%1”不能这样对群众说</translation>
    </message>
    <message>
      <source>“%1” can be said more kindly</source>
      <translation>“%1”可以说得更周到</translation>
    </message>
    <message>
      <source>Better: %1</source>
      <translation>可以说：%1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ScopeCard</name>
    <message>
      <source>Insert this answer</source>
      <translation>插入这段答复</translation>
    </message>
    <message>
      <source>Perhaps no matter of this desk: “%1”</source>
      <translation>可能不属于帮办服务范围：“%1”</translation>
    </message>
    <message>
      <source>%1 Then end it as out of scope; it counts against nobody.</source>
      <translation>%1 办结时选“非帮办范围”，不计入解决率。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SlipsPage</name>
    <message>
      <source>Phrases</source>
      <translation>用语</translation>
    </message>
    <message>
      <source>Nothing to look at: every message was kind.</source>
      <translation>没有要看的：发出的话都合规范。</translation>
    </message>
    <message>
      <source>The last %1 of %2 that nobody has looked at</source>
      <translation>最近 %1 条（共 %2 条未看）</translation>
    </message>
    <message numerus="yes">
      <source>%n that nobody has looked at</source>
      <translation>
        <numerusform>%n 条未看</numerusform>
      </translation>
    </message>
    <message>
      <source>Kept back</source>
      <translation>已拦下</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>照发</translation>
    </message>
    <message>
      <source>found: %1</source>
      <translation>命中：%1</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>已看</translation>
    </message>
    <message>
      <source>Seen: %1</source>
      <translation>已看：%1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ProposalDialog</name>
    <message>
      <source>Keep this answer</source>
      <translation>收进知识库</translation>
    </message>
    <message>
      <source>Hand it to the editors</source>
      <translation>交给编写人员</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Leave out names and numbers. The case goes along; the unit&apos;s editors see to the rest.</source>
      <translation>请去掉姓名和号码。来源诉求会一并附上，其余由本单位知识库编写人员处理。</translation>
    </message>
    <message>
      <source>Write both: what is asked, and what is answered.</source>
      <translation>问题和答复都要填写。</translation>
    </message>
    <message>
      <source>Shorten it to %1 characters.</source>
      <translation>请缩短到 %1 字以内。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TaskLine</name>
    <message>
      <source>%1 sees to it</source>
      <translation>%1 在办</translation>
    </message>
    <message>
      <source>until %1</source>
      <translation>%1 前</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>认领</translation>
    </message>
    <message>
      <source>Told</source>
      <translation>已告知</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>补口径</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message numerus="yes">
      <source>%n asked</source>
      <translation>
        <numerusform>%n 人问</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide what each of them asked</source>
      <translation>收起各人原话</translation>
    </message>
    <message>
      <source>Show what each of them asked</source>
      <translation>展开各人原话</translation>
    </message>
    <message>
      <source>in force from %1</source>
      <translation>%1 施行</translation>
    </message>
    <message numerus="yes">
      <source>%n answers in</source>
      <translation>
        <numerusform>已上 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>Asks something else</source>
      <translation>不是同一问</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PolicyDialog</name>
    <message>
      <source>Register a policy</source>
      <translation>登记新政策</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>As the document is called, with its number</source>
      <translation>文件标题和文号</translation>
    </message>
    <message>
      <source>(no item)</source>
      <translation>（不属于某个事项）</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>施行日期</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Its questions and answers are due at the end of the working day before. It stays on the list until all are in.</source>
      <translation>相关问答须在施行前 1 个工作日下班前入库；全部入库前一直留在清单上。</translation>
    </message>
    <message>
      <source>Write the title of the document.</source>
      <translation>请填写文件标题。</translation>
    </message>
  </context>
  <context>
    <name>QuestionList</name>
    <message>
      <source>No.</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>First marked</source>
      <translation>首次登记</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Days left</source>
      <translation>剩余天数</translation>
    </message>
    <message>
      <source>Seen to by</source>
      <translation>办理人</translation>
    </message>
    <message>
      <source>All wordings</source>
      <translation>各人原话</translation>
    </message>
    <message>
      <source>No question waits at two units or more.</source>
      <translation>目前没有两个以上单位共同的问题。</translation>
    </message>
    <message>
      <source>No question waits for an answer.</source>
      <translation>目前没有待补口径的问题。</translation>
    </message>
    <message>
      <source>Cross-unit agenda %1</source>
      <translation>跨部门议题 %1</translation>
    </message>
    <message>
      <source>Unanswered questions %1</source>
      <translation>待补口径 %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CannedList</name>
    <message>
      <source>Change…</source>
      <translation>修改…</translation>
    </message>
    <message>
      <source>Canned phrases</source>
      <translation>常用语</translation>
    </message>
    <message>
      <source>↑ ↓ choose, Enter inserts, Esc leaves it</source>
      <translation>↑ ↓ 选择，Enter 插入，Esc 不用</translation>
    </message>
    <message>
      <source>New phrase…</source>
      <translation>新建…</translation>
    </message>
    <message>
      <source>office</source>
      <translation>公共</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>本单位</translation>
    </message>
    <message>
      <source>own</source>
      <translation>我的</translation>
    </message>
    <message>
      <source>sample</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>There is no phrase yet.</source>
      <translation>还没有常用语。</translation>
    </message>
    <message>
      <source>No phrase for “%1”.</source>
      <translation>没有“%1”对应的常用语。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CannedDialog</name>
    <message>
      <source>New phrase</source>
      <translation>新建常用语</translation>
    </message>
    <message>
      <source>Change the phrase</source>
      <translation>修改常用语</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>For all of my unit</source>
      <translation>本单位都能用</translation>
    </message>
    <message>
      <source>a few letters, typed behind /</source>
      <translation>几个字母，在 / 后输入</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Write the words that are to be put in.</source>
      <translation>请填写要插入的内容。</translation>
    </message>
    <message>
      <source>Shorten it to %1 characters.</source>
      <translation>请缩短到 %1 字以内。</translation>
    </message>
    <message>
      <source>The code has no spaces and no /.</source>
      <translation>代码不能含空格或 /。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryPast</name>
    <message>
      <source>How people asked it</source>
      <translation>群众怎么问的</translation>
    </message>
    <message>
      <source>Another way to ask it</source>
      <translation>加为相似问</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>历史版本</translation>
    </message>
    <message>
      <source>in force from %1</source>
      <translation>%1 起施行</translation>
    </message>
    <message>
      <source>let pass by %1</source>
      <translation>%1 审核</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>对比</translation>
    </message>
    <message numerus="yes">
      <source>told in %n cases within 30 days</source>
      <translation>
        <numerusform>30 天内答复过 %n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>How people asked it, and its versions</source>
      <translation>群众怎么问的、历史版本</translation>
    </message>
    <message>
      <source>Nobody has been told it in the last 30 days, and it has one version.</source>
      <translation>30 天内没有答复过，只有一个版本。</translation>
    </message>
  </context>
  <context>
    <name>TableFile</name>
    <message>
      <source>Save as a list</source>
      <translation>导出清单</translation>
    </message>
    <message>
      <source>The list could not be saved: %1</source>
      <translation>清单没有存成：%1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::RatesDialog</name>
    <message>
      <source>Save as a list</source>
      <translation>存为清单</translation>
    </message>
    <message>
      <source>How well the knowledge base serves</source>
      <translation>知识库三率</translation>
    </message>
    <message numerus="yes">
      <source>%n weeks</source>
      <translation>
        <numerusform>近 %n 周</numerusform>
      </translation>
    </message>
    <message>
      <source>How far back</source>
      <translation>统计多久</translation>
    </message>
    <message>
      <source>By week and unit</source>
      <translation>按周、按单位</translation>
    </message>
    <message>
      <source>Cases without an entry, the newest first</source>
      <translation>没用上条目的件，最近的在前</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Knowledge base rates %1</source>
      <translation>知识库三率 %1</translation>
    </message>
    <message>
      <source>The figures come from the server; there is no line now.</source>
      <translation>数字由服务器计算，现在没有网络。</translation>
    </message>
    <message>
      <source>No case was answered from %1 to %2.</source>
      <translation>%1 至 %2 没有答复过的件。</translation>
    </message>
    <message>
      <source>From %1 to %2.</source>
      <translation>%1 至 %2。</translation>
    </message>
    <message>
      <source>Week from</source>
      <translation>周（起）</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Hit</source>
      <translation>命中率</translation>
    </message>
    <message>
      <source>Miss</source>
      <translation>未命中率</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>错答率</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>答复时间</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>cannot answer</source>
      <translation>答不上来</translation>
    </message>
    <message>
      <source>no entry said</source>
      <translation>未用条目</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>区级兜底池</translation>
    </message>
    <message>
      <source>Being counted…</source>
      <translation>正在统计…</translation>
    </message>
    <message>
      <source>The assistant by week</source>
      <translation>小申各周情况</translation>
    </message>
    <message>
      <source>Solved by the assistant</source>
      <translation>小申解决率</translation>
    </message>
    <message>
      <source>Marked unsolved</source>
      <translation>评价未解决</translation>
    </message>
    <message>
      <source>Handed to a person</source>
      <translation>转人工</translation>
    </message>
    <message>
      <source>Not marked</source>
      <translation>未评价</translation>
    </message>
    <message>
      <source>Hit: cases in which an entry was said ÷ cases in which some were suggested. Miss: cases marked “cannot answer”, or answered without an entry ÷ cases answered. Wrong: answers reported as wrong, or put right, within 30 days ÷ answers said; of the unit whose entry it is. Assistant: questions marked as solved ÷ those marked either way or handed to a person.</source>
      <translation>命中率 = 答复用到条目的诉求 ÷ 有推荐条目的诉求；未命中率 = 标记答不上来或未用条目答复的诉求 ÷ 已答复诉求；错答率 = 30 天内被报错或改正的答复 ÷ 已给出的答复（按条目所属单位）。小申解决率 = 评价解决了的问题 ÷（评价过的问题 + 未评价而转人工的问题），未评价的单列。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryImportDialog</name>
    <message>
      <source>No file chosen</source>
      <translation>还没有选文件</translation>
    </message>
    <message>
      <source>Send to review</source>
      <translation>送审</translation>
    </message>
    <message>
      <source>Entries from a table</source>
      <translation>从表格导入条目</translation>
    </message>
    <message>
      <source>An Excel workbook (its first sheet), CSV, or a JSON list; the first row names the columns. A row changes the entry of its code, or of its question; an empty cell leaves what is there. Nothing is published: what you send waits for a reviewer. At most %1 rows.</source>
      <translation>可用 Excel（第一张表）、CSV 或 JSON 列表，首行为列名。按编号或问题对应到已有条目，空格子不改动原内容。导入不会直接发布，送审后由审核人逐条审核。每次最多 %1 行。</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>选文件…</translation>
    </message>
    <message>
      <source>Save an empty table</source>
      <translation>存一份空表</translation>
    </message>
    <message>
      <source>What each row would do</source>
      <translation>每一行会做什么</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>sent to review</source>
      <translation>已送审</translation>
    </message>
    <message>
      <source>All were answered; what was refused says why.</source>
      <translation>全部处理完；没收下的写明了原因。</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选文件</translation>
    </message>
    <message>
      <source>Tables (*.xlsx *.csv *.txt *.json)</source>
      <translation>表格 (*.xlsx *.csv *.txt *.json)</translation>
    </message>
    <message>
      <source>%1 is larger than 20 MB.</source>
      <translation>%1 超过 20 MB。</translation>
    </message>
    <message>
      <source>%1 cannot be read: %2</source>
      <translation>%1 读不出来：%2</translation>
    </message>
    <message>
      <source>No column is named 问题 (question). The first row names the columns.</source>
      <translation>没有名为“问题”的列。首行应为列名。</translation>
    </message>
    <message>
      <source>It has too many rows; take several files of at most %1 rows.</source>
      <translation>行数太多，请分成几个文件，每个最多 %1 行。</translation>
    </message>
    <message>
      <source>It holds more than a table of entries can: a cell, or the file, is too long.</source>
      <translation>内容超出条目表的限度：文件或某个格子太长。</translation>
    </message>
    <message>
      <source>A quotation mark is opened and never closed; save the table again.</source>
      <translation>有引号没有闭合，请重新保存表格。</translation>
    </message>
    <message>
      <source>Its characters are neither UTF-8 nor GB18030; save it as “CSV UTF-8”.</source>
      <translation>文字编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
      <source>It is no JSON list of objects.</source>
      <translation>不是由对象组成的 JSON 列表。</translation>
    </message>
    <message>
      <source>It is empty.</source>
      <translation>是空的。</translation>
    </message>
    <message>
      <source>The workbook is damaged; open it and save it again as .xlsx.</source>
      <translation>工作簿已损坏，请打开后重新存为 .xlsx。</translation>
    </message>
    <message>
      <source>changes %1 of v%2</source>
      <translation>改 v%2 的%1</translation>
    </message>
    <message>
      <source>as it holds</source>
      <translation>与现行一致</translation>
    </message>
    <message>
      <source>%1 is missing</source>
      <translation>缺少%1</translation>
    </message>
    <message>
      <source>%1 is no day like 2026-12-01</source>
      <translation>%1不是 2026-12-01 这样的日期</translation>
    </message>
    <message>
      <source>ends before it begins</source>
      <translation>截止日早于施行日</translation>
    </message>
    <message>
      <source>%1 is too long</source>
      <translation>%1太长</translation>
    </message>
    <message>
      <source>no item has this name or code</source>
      <translation>没有这个名称或编码的事项</translation>
    </message>
    <message>
      <source>a code has letters, digits, - and _ alone</source>
      <translation>编号只能用字母、数字、- 和 _</translation>
    </message>
    <message>
      <source>stands in the file twice</source>
      <translation>文件里重复出现</translation>
    </message>
    <message>
      <source>is being written, or waits for a reviewer</source>
      <translation>正在编写或等待审核</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Does</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>new</source>
      <translation>新建</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>faulty</source>
      <translation>有误</translation>
    </message>
    <message numerus="yes">
      <source>Send %n to review</source>
      <translation>
        <numerusform>送审 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>New: %1 · changed: %2 · the same: %3 · faulty: %4</source>
      <translation>新建 %1 · 修改 %2 · 相同 %3 · 有误 %4</translation>
    </message>
    <message>
      <source>Columns that are not read: %1</source>
      <translation>没有用到的列：%1</translation>
    </message>
    <message>
      <source>on its way</source>
      <translation>已发出</translation>
    </message>
    <message>
      <source>They are kept on this PC and go when the line is there.</source>
      <translation>已存在本机，有网时自动送出。</translation>
    </message>
    <message>
      <source>The knowledge base is not all here yet: what a row changes cannot be told. It goes on by itself.</source>
      <translation>知识库还没有下载完，暂时不能判断每行改了什么；下载完会自动继续。</translation>
    </message>
    <message>
      <source>there are several with this %1; name the code</source>
      <translation>有多个同名的%1，请填编号（编码）</translation>
    </message>
    <message>
      <source>Its days are counted from 1904; save it with the usual calendar, or as CSV.</source>
      <translation>这个工作簿用 1904 日期系统，请改用常用日期系统保存，或另存为 CSV。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::MediaStrip</name>
    <message>
      <source>Add a picture, video, recording or PDF</source>
      <translation>添加图片、视频、语音或 PDF</translation>
    </message>
    <message>
      <source>Add a link</source>
      <translation>添加链接</translation>
    </message>
    <message>
      <source>%1 was not added: %2</source>
      <translation>%1 没有添加：%2</translation>
    </message>
    <message>
      <source>No program on this PC opens it.</source>
      <translation>本机没有能打开它的程序。</translation>
    </message>
    <message>
      <source>What people read</source>
      <translation>群众看到的名称</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open %1</source>
      <translation>打开 %1</translation>
    </message>
    <message>
      <source>Take %1 out</source>
      <translation>移除 %1</translation>
    </message>
    <message>
      <source>Being sent…</source>
      <translation>正在上传…</translation>
    </message>
    <message>
      <source>Sent when the line is back</source>
      <translation>联网后自动上传</translation>
    </message>
    <message>
      <source>Add to the entry</source>
      <translation>添加到条目</translation>
    </message>
    <message>
      <source>Pictures, videos, recordings, PDF (%1)</source>
      <translation>图片、视频、语音、PDF (%1)</translation>
    </message>
    <message>
      <source>%1 is of a kind that a browser does not show. Use MP4, WebM, MP3, OGG, WAV, PNG, JPEG, GIF, WebP or PDF.</source>
      <translation>%1 的格式浏览器无法播放或显示。请用 MP4、WebM、MP3、OGG、WAV、PNG、JPEG、GIF、WebP 或 PDF。</translation>
    </message>
    <message>
      <source>%1 has %2; a file may have 20 MB.</source>
      <translation>%1 有 %2，单个文件不超过 20 MB。</translation>
    </message>
    <message>
      <source>%1 cannot be read: %2</source>
      <translation>无法读取 %1：%2</translation>
    </message>
    <message>
      <source>%1 is empty.</source>
      <translation>%1 是空文件。</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图解</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>语音</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>链接</translation>
    </message>
    <message>
      <source>%1 was not added: too much of yours waits to be published.</source>
      <translation>%1 没有添加：您待发布的文件太多了。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::LinkDialog</name>
    <message>
      <source>Add a link</source>
      <translation>添加链接</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Service guide</source>
      <translation>办事指南</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>网址</translation>
    </message>
    <message>
      <source>What people read</source>
      <translation>群众看到的名称</translation>
    </message>
    <message>
      <source>Write the whole address, with https:// before it.</source>
      <translation>请填写完整网址，以 https:// 开头。</translation>
    </message>
    <message>
      <source>The address is too long: %1 characters, %2 at most.</source>
      <translation>网址太长：%1 个字符，最多 %2 个。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::InspectionDialog</name>
    <message>
      <source>Draw a round</source>
      <translation>抽取一轮</translation>
    </message>
    <message>
      <source>End the round</source>
      <translation>结束本轮</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>巡检找茬</translation>
    </message>
    <message>
      <source>Half of a round is what was said most often in the last 30 days, the rest is drawn by lot. Score: entries without a fault ÷ entries read. Nobody reads what they wrote or let pass; a fault becomes a correction, due in 5 working days.</source>
      <translation>每轮一半取近 30 天答得最多的条目，其余随机抽取。得分 = 无问题条目 ÷ 已检条目。自己编写或审核的条目由他人检查；查出问题即生成纠错派单，5 个工作日内改正。</translation>
    </message>
    <message>
      <source>Entries of the round</source>
      <translation>本轮条目</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>轮次</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message numerus="yes">
      <source>%n entries</source>
      <translation>
        <numerusform>%n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>How many</source>
      <translation>抽取数量</translation>
    </message>
    <message>
      <source>Save as a list</source>
      <translation>保存为清单</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>%1 · %2 · drawn by %3</source>
      <translation>%1 · %2 · %3 抽取</translation>
    </message>
    <message>
      <source>No round was drawn yet.</source>
      <translation>还没有抽取过。</translation>
    </message>
    <message>
      <source>One round after the other: the one that is open comes first</source>
      <translation>请先完成正在进行的一轮</translation>
    </message>
    <message>
      <source>Rounds are on the server; there is no line now.</source>
      <translation>巡检需要联网，现在网络不通。</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题说明</translation>
    </message>
    <message>
      <source>Read by</source>
      <translation>检查人</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>not read</source>
      <translation>未检</translation>
    </message>
    <message>
      <source>In order</source>
      <translation>无问题</translation>
    </message>
    <message>
      <source>Not in force any more</source>
      <translation>已不在效期</translation>
    </message>
    <message>
      <source>Inspection %1</source>
      <translation>巡检找茬 %1</translation>
    </message>
    <message>
      <source>%1 of %2 read</source>
      <translation>已检 %1/%2</translation>
    </message>
    <message>
      <source>%1 in order, %2 with faults</source>
      <translation>无问题 %1，有问题 %2</translation>
    </message>
    <message>
      <source>score %1 %</source>
      <translation>得分 %1%</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>已结束</translation>
    </message>
    <message>
      <source>drawn from %1</source>
      <translation>从 %1 条中抽取</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::InspectionSheet</name>
    <message>
      <source>In order</source>
      <translation>无问题</translation>
    </message>
    <message>
      <source>Has faults</source>
      <translation>有问题</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>条目内容</translation>
    </message>
    <message>
      <source>What is wrong, and what would be right; its editors read it</source>
      <translation>写明哪里有误、应当如何，编写人会看到</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题说明</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>%1 起</translation>
    </message>
    <message>
      <source>until %1</source>
      <translation>至 %1</translation>
    </message>
    <message>
      <source>interpreted by %1</source>
      <translation>解读单位：%1</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>大白话</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>答复口径</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>原文条款</translation>
    </message>
    <message>
      <source>Other ways to ask it</source>
      <translation>相似问法</translation>
    </message>
    <message>
      <source>It was withdrawn since it was drawn. It counts for nothing.</source>
      <translation>抽取后已撤回，不计分。</translation>
    </message>
    <message>
      <source>Not in force any more</source>
      <translation>已不在效期</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>跳过</translation>
    </message>
    <message>
      <source>Tick what kind of fault it is, and write what is wrong.</source>
      <translation>请勾选问题类型，并写明哪里有误。</translation>
    </message>
    <message>
      <source>A fault is ticked or written down. Take it out, or say that it has faults.</source>
      <translation>已勾选或填写了问题：请清除，或选择“有问题”。</translation>
    </message>
    <message>
      <source>The entry is on its way to this desk.</source>
      <translation>条目还在同步到本机。</translation>
    </message>
    <message>
      <source>It says something else since a moment ago. Read it again.</source>
      <translation>内容刚刚更新过，请重新看一遍。</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::HotDialog</name>
    <message>
      <source>Asked more than once today</source>
      <translation>今日多人咨询</translation>
    </message>
    <message>
      <source>Send to all who wait</source>
      <translation>发给所有等候的人</translation>
    </message>
    <message>
      <source>Hot questions of today</source>
      <translation>今日热点</translation>
    </message>
    <message>
      <source>Count again</source>
      <translation>重新统计</translation>
    </message>
    <message>
      <source>Questions that are alike by their words. An answer goes into the conversation of everybody who has none of a person yet, once; they keep their place, and a person still answers them.</source>
      <translation>按措辞归并相近的问题。答复会发到每一位尚未得到人工答复者的对话里，每人一次；排队位置不变，仍由工作人员接待。</translation>
    </message>
    <message>
      <source>Search the answer</source>
      <translation>查找答复</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>What is sent</source>
      <translation>发送内容</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message numerus="yes">
      <source>Sent to %n who wait.</source>
      <translation>
        <numerusform>已发给 %n 位等候者。</numerusform>
      </translation>
    </message>
    <message>
      <source>The figures come from the server; there is no line now.</source>
      <translation>数据来自服务器，现在网络不通。</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>咨询数</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>等候</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>区级兜底池</translation>
    </message>
    <message numerus="yes">
      <source>Nothing was asked twice in %n request(s) of today.</source>
      <translation>
        <numerusform>今日 %n 件诉求中没有重复的问题。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>In %n request(s) of today.</source>
      <translation>
        <numerusform>统计了今日 %n 件诉求。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Send to %n who wait</source>
      <translation>
        <numerusform>发给 %n 位等候者</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“%1” goes to %n who asked: %2</source>
      <translation>
        <numerusform>“%1”将发给 %n 位咨询者：%2</numerusform>
      </translation>
    </message>
    <message>
      <source>Send</source>
      <translation>发送</translation>
    </message>
  </context>
</TS>
