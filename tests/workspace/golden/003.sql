PRAGMA application_id = 1296977747;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'minaoshi','001_first','2026-11-22 18:34:53.071671+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'minaoshi','002_rooms_and_formats','2026-11-22 20:56:25.863326+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'minaoshi','003_pictures_and_votes','2026-11-22 23:57:24.278946+00:00');
CREATE TABLE action_item (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, first_step TEXT NOT NULL, done_when TEXT NOT NULL,
  effect TEXT NOT NULL, status TEXT NOT NULL,
  cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "action_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','1fe8a3ac89ac440eac3a75e038382aa5',1.0,'定例を隔週にする','総務課係長','2026-06-04','','','{"minutes_before": 0.0, "minutes_after": 0.0, "times_per_year": 0.0, "people": 1, "office_wide": false, "new_hours": 0.0, "quality": ""}','open','67d00eecf0db43aa81af3f227bfaa663');
CREATE TABLE agenda_item (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, position REAL NOT NULL,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, phase TEXT NOT NULL, task TEXT NOT NULL, script TEXT NOT NULL
, least INTEGER NOT NULL DEFAULT 1, optional INTEGER NOT NULL DEFAULT 0, protected INTEGER NOT NULL DEFAULT 0, starts_at TEXT, materials TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '', agreed INTEGER, skipped INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','c4c8094616ae49f9993e485f9f483c65',1.0,'趣旨・約束',5,'opening','今日のねらいと、話し合いの約束を確かめます','今日は困りごとを出し合い、自分たちで直せることを一つ以上決めて終わります。約束は三つ、否定しない、人の話を最後まで聞く、誰の発言かは外に出さない、です。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','0e86bcf1b78c4979bfa2e75007ad0f3d',2.0,'前回の宿題',3,'last_time','前回決めたことが、どうなったかを確かめます','前回の宿題を一つずつ、済んだ・続けている・やめた、で確かめます。初めての回なら、最近少し楽になった仕事を一つずつ聞いてみましょう。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','db289323e4524804b535c9873bb5be09',3.0,'困りごとの記入',8,'write','困りごとを、一枚に一つ、だまって書きます','一枚に一つ、思いついた順に書いてください。きれいな文でなくてかまいません。質より量です。書いている間は話をしません。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','c18ad69c875e4c5eba72932fe19adad3',4.0,'共有',12,'share','書いたものを読み上げて、みんなで知り合います','順番に一枚ずつ読み上げます。聞く人は否定も助言もせず、似たものがあれば続けて出してください。',5,1,0,'10:30:00','付箋','一枚ずつ',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','94356131fdbe431ebe4de8118c396132',5.0,'束ね・表札',17,'group','言いたいことが近いものを集めて、表札をつけます','分類の名前からではなく、言いたいことが近い二、三枚から集めます。集まってから、そのまとまりが何を言っているかを短い文で表札にします。どこにも入らない一枚は、そのままで大丈夫です。',1,0,0,NULL,'','',NULL,1);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','8c766d6374524432a1811d780d513eb9',6.0,'投票',5,'vote','先に取り組みたいグループに、シールを貼ります','一人三票です。自分たちで先に取り組みたいものを選んでください。役職の上の人は最後に貼ります。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','6b46fd28481d42b7a9517c28671c9a09',7.0,'対策出し',13,'ideas','票の多いグループから、対策を出し合います','やめる・まとめる・入れ替える・簡単にする、の四つで考えてみてください。完璧な案でなくてかまいません。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','538fec5eef584df3b56f30509878428e',8.0,'効果×実現性',8,'payoff','効果が大きく、自分の課でできるものを選びます','まず効果の大きさを、次に自分の課だけでできるかを、手を挙げて確かめます。自分の課だけでできるものから選びましょう。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','eb4430bd868048c4aad08ad1169cee35',9.0,'担当・期限',9,'owners','だれが、いつまでに、まず何をするかを決めます','担当は課と職で決めます。最初の一歩は、来週までにできる小さなことにしてください。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','9fa7ffe7b15a4b68b0a0ee3ea7477e00',10.0,'ふりかえり',3,'reflect','今日よかったことを、一言ずつ','今日の会でよかったこと、次に直したいことを一言ずつお願いします。',1,0,0,NULL,'','',NULL,0);
INSERT INTO "agenda_item" VALUES('d48a0d362503498aa0a11a006c5d77c3','9d8de2466c4d434085fdd0808a7fac7f',11.0,'予備',7,'buffer','残った話題を確かめます','延びた分はここで取り戻します。駐車場に置いた話題があれば、扱いを決めます。',1,0,0,NULL,'','',NULL,0);
CREATE TABLE carried_action (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, status TEXT NOT NULL, remark TEXT NOT NULL,
  action_id TEXT NOT NULL
) STRICT;
INSERT INTO "carried_action" VALUES('d48a0d362503498aa0a11a006c5d77c3','c196a91e7b7145c98d6b79319384aa21',1.0,'前の宿題','総務課係長','2026-05-01','done','','');
CREATE TABLE case_study (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, title TEXT NOT NULL,
  summary TEXT NOT NULL, bureau TEXT NOT NULL, period TEXT NOT NULL, tags TEXT NOT NULL, plan_items TEXT NOT NULL,
  trigger TEXT NOT NULL, problem TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  review_kinds TEXT NOT NULL, devices TEXT NOT NULL, stumbles TEXT NOT NULL, expected_hours REAL, actual_hours REAL,
  formula TEXT NOT NULL, quality TEXT NOT NULL, needs TEXT NOT NULL, spread TEXT NOT NULL, fits_when TEXT NOT NULL,
  fails_when TEXT NOT NULL, contact TEXT NOT NULL, updated_on TEXT, origin TEXT NOT NULL, action_id TEXT NOT NULL
) STRICT;
INSERT INTO "case_study" VALUES('d48a0d362503498aa0a11a006c5d77c3','1352227901df4902a36667d249d016b8','定例を隔週にする','','総務課','2026年6月～','[]','[5]','第1回業務見直し皆議で挙がった困りごとから','様式','','定例を隔週にする','[]','','',NULL,NULL,'','','','','','','総務課係長','2026-06-04','','1fe8a3ac89ac440eac3a75e038382aa5');
CREATE TABLE cluster (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, opinions TEXT NOT NULL, measures TEXT NOT NULL
, stacked INTEGER NOT NULL DEFAULT 0, family_id TEXT REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO "cluster" VALUES('d48a0d362503498aa0a11a006c5d77c3','ddccd2a78e0a47e594cb27665e0b731c',1.0,'会議','','',1,'d5aa494114d64ec3970ab99322451b76');
INSERT INTO "cluster" VALUES('d48a0d362503498aa0a11a006c5d77c3','67d00eecf0db43aa81af3f227bfaa663',2.0,'様式','','',0,'d5aa494114d64ec3970ab99322451b76');
CREATE TABLE decision (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, reason TEXT NOT NULL, cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "decision" VALUES('d48a0d362503498aa0a11a006c5d77c3','fe1d2bb21ddb4875920f9ea68f1b2fc6',1.0,'会議を半分にする','長いから','67d00eecf0db43aa81af3f227bfaa663');
CREATE TABLE dot_vote (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, dots INTEGER NOT NULL
) STRICT;
INSERT INTO "dot_vote" VALUES('d48a0d362503498aa0a11a006c5d77c3','67d00eecf0db43aa81af3f227bfaa663',5);
INSERT INTO "dot_vote" VALUES('d48a0d362503498aa0a11a006c5d77c3','ddccd2a78e0a47e594cb27665e0b731c',2);
INSERT INTO "dot_vote" VALUES('d48a0d362503498aa0a11a006c5d77c3','d0167632092a490b8c76f93e0d4cef52',3);
CREATE TABLE family (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL, title TEXT NOT NULL
) STRICT;
INSERT INTO "family" VALUES('d48a0d362503498aa0a11a006c5d77c3','d5aa494114d64ec3970ab99322451b76',1.0,'集まり方と書き方');
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop (id), at TEXT NOT NULL,
  kind TEXT NOT NULL, undoable INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0, changes TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO "journal" VALUES(1,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.075+00:00','workshop_created',0,0,'[["workshop",null,["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0]],["agenda_item",null,["c4c8094616ae49f9993e485f9f483c65",1.0,"趣旨・約束",5,"opening","今日のねらいと、話し合いの約束を確かめます","今日は困りごとを出し合い、自分たちで直せることを一つ以上決めて終わります。約束は三つ、否定しない、人の話を最後まで聞く、誰の発言かは外に出さない、です。"]],["agenda_item",null,["0e86bcf1b78c4979bfa2e75007ad0f3d",2.0,"前回の宿題",3,"last_time","前回決めたことが、どうなったかを確かめます","前回の宿題を一つずつ、済んだ・続けている・やめた、で確かめます。初めての回なら、最近少し楽になった仕事を一つずつ聞いてみましょう。"]],["agenda_item",null,["db289323e4524804b535c9873bb5be09",3.0,"困りごとの記入",8,"write","困りごとを、一枚に一つ、だまって書きます","一枚に一つ、思いついた順に書いてください。きれいな文でなくてかまいません。質より量です。書いている間は話をしません。"]],["agenda_item",null,["c18ad69c875e4c5eba72932fe19adad3",4.0,"共有",12,"share","書いたものを読み上げて、みんなで知り合います","順番に一枚ずつ読み上げます。聞く人は否定も助言もせず、似たものがあれば続けて出してください。"]],["agenda_item",null,["94356131fdbe431ebe4de8118c396132",5.0,"束ね・表札",17,"group","言いたいことが近いものを集めて、表札をつけます","分類の名前からではなく、言いたいことが近い二、三枚から集めます。集まってから、そのまとまりが何を言っているかを短い文で表札にします。どこにも入らない一枚は、そのままで大丈夫です。"]],["agenda_item",null,["8c766d6374524432a1811d780d513eb9",6.0,"投票",5,"vote","先に取り組みたいグループに、シールを貼ります","一人三票です。自分たちで先に取り組みたいものを選んでください。役職の上の人は最後に貼ります。"]],["agenda_item",null,["6b46fd28481d42b7a9517c28671c9a09",7.0,"対策出し",13,"ideas","票の多いグループから、対策を出し合います","やめる・まとめる・入れ替える・簡単にする、の四つで考えてみてください。完璧な案でなくてかまいません。"]],["agenda_item",null,["538fec5eef584df3b56f30509878428e",8.0,"効果×実現性",8,"payoff","効果が大きく、自分の課でできるものを選びます","まず効果の大きさを、次に自分の課だけでできるかを、手を挙げて確かめます。自分の課だけでできるものから選びましょう。"]],["agenda_item",null,["eb4430bd868048c4aad08ad1169cee35",9.0,"担当・期限",9,"owners","だれが、いつまでに、まず何をするかを決めます","担当は課と職で決めます。最初の一歩は、来週までにできる小さなことにしてください。"]],["agenda_item",null,["9fa7ffe7b15a4b68b0a0ee3ea7477e00",10.0,"ふりかえり",3,"reflect","今日よかったことを、一言ずつ","今日の会でよかったこと、次に直したいことを一言ずつお願いします。"]],["agenda_item",null,["9d8de2466c4d434085fdd0808a7fac7f",11.0,"予備",7,"buffer","残った話題を確かめます","延びた分はここで取り戻します。駐車場に置いた話題があれば、扱いを決めます。"]]]','5daa7fb8f5ab40c0e05e838ccd6a08a6');
INSERT INTO "journal" VALUES(2,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.079+00:00','notes_added',1,0,'[["note",null,["4ddeb50a2f424f2f9650df0205493bec",1.0,"困りごと0","trouble",0.0,0.0,null,0,0]],["note",null,["d0167632092a490b8c76f93e0d4cef52",2.0,"困りごと1","trouble",224.0,0.0,null,0,0]],["note",null,["aa7b1fe9911946248b521534a6268d1a",3.0,"困りごと2","trouble",448.0,0.0,null,0,0]],["note",null,["ad5e535debc5428d932d1a3aa7c43ac2",4.0,"困りごと3","trouble",672.0,0.0,null,0,0]],["note",null,["160ddcdc0de64e9aa0c08b3ad935df10",5.0,"困りごと4","trouble",896.0,0.0,null,0,0]],["note",null,["72b009a2342745938c21f8cb13171229",6.0,"困りごと5","trouble",1120.0,0.0,null,0,0]],["note",null,["fd6fca03f3bc42aca9b6bcc5ef6279bc",7.0,"困りごと6","trouble",1344.0,0.0,null,0,0]],["note",null,["d4a2a9b238a4453dbbfd6cc41018b02f",8.0,"困りごと7","trouble",1568.0,0.0,null,0,0]],["note",null,["749b1640c21f4e35bb0b2b6e5fb85a7a",9.0,"困りごと8","trouble",0.0,128.0,null,0,0]],["note",null,["995fe3714987447bb707d804780fc889",10.0,"困りごと9","trouble",224.0,128.0,null,0,0]],["note",null,["7b1503f1119b48469b80ec3c96b89312",11.0,"困りごと10","trouble",448.0,128.0,null,0,0]],["note",null,["f5d705fda0ce4f269deb410d8d6b34a6",12.0,"困りごと11","trouble",672.0,128.0,null,0,0]]]','a398ac00fc8b5504600b57976b60ecfb');
INSERT INTO "journal" VALUES(3,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.079+00:00','notes_grouped',1,0,'[["cluster",null,["ddccd2a78e0a47e594cb27665e0b731c",1.0,"会議","",""]],["note",["160ddcdc0de64e9aa0c08b3ad935df10",5.0,"困りごと4","trouble",896.0,0.0,null,0,0],["160ddcdc0de64e9aa0c08b3ad935df10",5.0,"困りごと4","trouble",896.0,0.0,"ddccd2a78e0a47e594cb27665e0b731c",1,0]],["note",["4ddeb50a2f424f2f9650df0205493bec",1.0,"困りごと0","trouble",0.0,0.0,null,0,0],["4ddeb50a2f424f2f9650df0205493bec",1.0,"困りごと0","trouble",1120.0,0.0,"ddccd2a78e0a47e594cb27665e0b731c",1,0]],["note",["72b009a2342745938c21f8cb13171229",6.0,"困りごと5","trouble",1120.0,0.0,null,0,0],["72b009a2342745938c21f8cb13171229",6.0,"困りごと5","trouble",896.0,128.0,"ddccd2a78e0a47e594cb27665e0b731c",1,0]]]','03f6528dc302901b4c115b0531bd9a5b');
INSERT INTO "journal" VALUES(4,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.080+00:00','notes_grouped',1,0,'[["cluster",null,["67d00eecf0db43aa81af3f227bfaa663",2.0,"様式","",""]],["note",["749b1640c21f4e35bb0b2b6e5fb85a7a",9.0,"困りごと8","trouble",0.0,128.0,null,0,0],["749b1640c21f4e35bb0b2b6e5fb85a7a",9.0,"困りごと8","trouble",0.0,128.0,"67d00eecf0db43aa81af3f227bfaa663",1,0]],["note",["7b1503f1119b48469b80ec3c96b89312",11.0,"困りごと10","trouble",448.0,128.0,null,0,0],["7b1503f1119b48469b80ec3c96b89312",11.0,"困りごと10","trouble",224.0,128.0,"67d00eecf0db43aa81af3f227bfaa663",1,0]]]','e14c7f80a275547c5536fe5d52b36f24');
INSERT INTO "journal" VALUES(5,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.080+00:00','dots_counted',1,0,'[["dot_vote",null,["67d00eecf0db43aa81af3f227bfaa663",5]]]','434d646a0ec5a36eeab38779da955fc8');
INSERT INTO "journal" VALUES(6,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.081+00:00','dots_counted',1,0,'[["dot_vote",null,["ddccd2a78e0a47e594cb27665e0b731c",2]]]','865a83860491a9d4f6cae38c1ae16181');
INSERT INTO "journal" VALUES(7,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.081+00:00','decision_added',1,0,'[["decision",null,["fe1d2bb21ddb4875920f9ea68f1b2fc6",1.0,"会議を半分にする","長いから","67d00eecf0db43aa81af3f227bfaa663"]]]','665b7cbdd7b840d956eb364526bf14df');
INSERT INTO "journal" VALUES(8,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.082+00:00','action_added',1,0,'[["action_item",null,["1fe8a3ac89ac440eac3a75e038382aa5",1.0,"定例を隔週にする","総務課係長","2026-06-04","","","{\"minutes_before\": 0.0, \"minutes_after\": 0.0, \"times_per_year\": 0.0, \"people\": 1, \"office_wide\": false, \"new_hours\": 0.0, \"quality\": \"\"}","open","67d00eecf0db43aa81af3f227bfaa663"]]]','f5b17f6a1fe4efc7a731019e7f6ee8c7');
INSERT INTO "journal" VALUES(9,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.082+00:00','participant_added',1,0,'[["participant",null,["9a5a04bf20b94928ba62544bdece6635",1.0,"総務課","係員",4]]]','02fbf446cc2af36a30b80a79a4075ba3');
INSERT INTO "journal" VALUES(10,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.082+00:00','case_added',1,0,'[["case_study",null,["1352227901df4902a36667d249d016b8","定例を隔週にする","","総務課","2026年6月～","[]","[5]","第1回業務見直し皆議で挙がった困りごとから","様式","","定例を隔週にする","[]","","",null,null,"","","","","","","総務課係長","2026-06-04","","1fe8a3ac89ac440eac3a75e038382aa5"]]]','9a9a2a054466277415ee201a9a8a7e5c');
INSERT INTO "journal" VALUES(12,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.083+00:00','item_started',0,0,'[["timing",null,["c4c8094616ae49f9993e485f9f483c65","2026-06-04T01:00:00+00:00",0.0,0,"[\"2026-06-04T01:00:00+00:00\", 1000.0, \"boot-1\"]",null,1]]]','9753c85cf98880678701770639c57ff7');
INSERT INTO "journal" VALUES(13,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T18:34:53.084+00:00','item_started',0,0,'[["timing",["c4c8094616ae49f9993e485f9f483c65","2026-06-04T01:00:00+00:00",0.0,0,"[\"2026-06-04T01:00:00+00:00\", 1000.0, \"boot-1\"]",null,1],["c4c8094616ae49f9993e485f9f483c65","2026-06-04T01:00:00+00:00",300.0,0,null,"2026-06-04T01:05:00+00:00",0]],["timing",null,["0e86bcf1b78c4979bfa2e75007ad0f3d","2026-06-04T01:05:00+00:00",0.0,0,"[\"2026-06-04T01:05:00+00:00\", 1300.0, \"boot-1\"]",null,1]]]','841a6a8adf931a88ed2fb23bb5cb8603');
INSERT INTO "journal" VALUES(14,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.867+00:00','item_changed',1,0,'[["agenda_item",["c18ad69c875e4c5eba72932fe19adad3",4.0,"共有",12,"share","書いたものを読み上げて、みんなで知り合います","順番に一枚ずつ読み上げます。聞く人は否定も助言もせず、似たものがあれば続けて出してください。",1,0,0,null,"","",null,0],["c18ad69c875e4c5eba72932fe19adad3",4.0,"共有",12,"share","書いたものを読み上げて、みんなで知り合います","順番に一枚ずつ読み上げます。聞く人は否定も助言もせず、似たものがあれば続けて出してください。",5,1,0,"10:30:00","付箋","一枚ずつ",null,0]]]','e4c97905e6d98131470940f3ebfdba78');
INSERT INTO "journal" VALUES(15,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.868+00:00','item_skipped',1,0,'[["agenda_item",["94356131fdbe431ebe4de8118c396132",5.0,"束ね・表札",17,"group","言いたいことが近いものを集めて、表札をつけます","分類の名前からではなく、言いたいことが近い二、三枚から集めます。集まってから、そのまとまりが何を言っているかを短い文で表札にします。どこにも入らない一枚は、そのままで大丈夫です。",1,0,0,null,"","",null,0],["94356131fdbe431ebe4de8118c396132",5.0,"束ね・表札",17,"group","言いたいことが近いものを集めて、表札をつけます","分類の名前からではなく、言いたいことが近い二、三枚から集めます。集まってから、そのまとまりが何を言っているかを短い文で表札にします。どこにも入らない一枚は、そのままで大丈夫です。",1,0,0,null,"","",null,1]]]','ed0c6995421560d71fbc82de834db8bc');
INSERT INTO "journal" VALUES(16,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.869+00:00','step_added',1,0,'[["team_step",null,["651e746bee424f819863d8c570a78b30",1.0,"c18ad69c875e4c5eba72932fe19adad3","書く",4,0,""]]]','e1961e5b219c432cb8161b51db6e32f5');
INSERT INTO "journal" VALUES(17,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.869+00:00','carried_added',1,0,'[["carried_action",null,["c196a91e7b7145c98d6b79319384aa21",1.0,"前の宿題","総務課係長","2026-05-01","done","",""]]]','f49ee0f729e045e49cbb755979855371');
INSERT INTO "journal" VALUES(18,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.870+00:00','knack_added',1,0,'[["knack",null,["8c3b03673f2f462d8da959e98af9d948",1.0,"会議ロジのコツ","会計課係員","","","",""]]]','e59a277f9d951db8327dc3a5fc190d24');
INSERT INTO "journal" VALUES(19,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.870+00:00','pledge_added',1,0,'[["pledge",null,["c42bd7afbd694b58af6f82f249884b38",1.0,"明日から一つ","会計課"]]]','89d821d7e2d312bd37dae2344edc2d9e');
INSERT INTO "journal" VALUES(20,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.871+00:00','shown_case_added',1,0,'[["shown_case",null,["a0afbb30e9ba4fcfad6bd901310f1bf6",1.0,"事例","","","","","","",""]]]','9b883c03c301fbb38075f5387e79290d');
INSERT INTO "journal" VALUES(21,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.871+00:00','own_work_added',1,0,'[["own_work",null,["84193b8d9f954eaa81d8d3e333af1d29",1.0,"集計",30.0,12.0,"combine",""]]]','60d867fd57e93baf7e1fe118f883bc40');
INSERT INTO "journal" VALUES(22,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.872+00:00','process_step_added',1,0,'[["process_step",null,["5f7b0bd15a7443038bc630e5a0e0a85e",1.0,"転記",10.0,240.0,"","","",0.0]]]','628833fa1c560038d6f4cfa1ba509185');
INSERT INTO "journal" VALUES(23,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.873+00:00','check_added',1,0,'[["room_check",null,["47e899aff2eb4825b6e8704edf99cbb5",1.0,"いす","things",1]]]','3113534d159ed2e6dc6949a8d8d4ba91');
INSERT INTO "journal" VALUES(24,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.873+00:00','seats_made',1,0,'[["seat",null,["ea7e864fe8ab422c8a207cdae433efd7",1.0,1,"9a5a04bf20b94928ba62544bdece6635",2]],["workshop",["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"",null,0,"","","","",0],["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"",null,0,"","","","",2]]]','3e283608cef874d8a78042518b1f44ea');
INSERT INTO "journal" VALUES(25,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T20:56:25.874+00:00','details_changed',1,0,'[["workshop",["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"",null,0,"","","","",2],["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"","12:00:00",0,"否定しない","","","集計",2]]]','cd9c620ebaac60889ef36f8b1aaea500');
INSERT INTO "journal" VALUES(26,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.282+00:00','family_formed',1,0,'[["family",null,["d5aa494114d64ec3970ab99322451b76",1.0,"集まり方と書き方"]],["cluster",["ddccd2a78e0a47e594cb27665e0b731c",1.0,"会議","","",0,null],["ddccd2a78e0a47e594cb27665e0b731c",1.0,"会議","","",1,"d5aa494114d64ec3970ab99322451b76"]],["cluster",["67d00eecf0db43aa81af3f227bfaa663",2.0,"様式","","",0,null],["67d00eecf0db43aa81af3f227bfaa663",2.0,"様式","","",0,"d5aa494114d64ec3970ab99322451b76"]]]','53f205c579c257d9cf46eb3c88ce9768');
INSERT INTO "journal" VALUES(27,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.283+00:00','related',1,0,'[["relation",null,["7243d30f3ae34ac998c0ed4e689fd5d8",1.0,"d5aa494114d64ec3970ab99322451b76","d0167632092a490b8c76f93e0d4cef52","cause","だから"]]]','6623e26ba359676d9f33072e790d88ad');
INSERT INTO "journal" VALUES(28,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.283+00:00','payoff_placed',1,0,'[["payoff",null,["ddccd2a78e0a47e594cb27665e0b731c",0.75,0.9]]]','18577a5a9da9f7b2ba33a92012f4090c');
INSERT INTO "journal" VALUES(29,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.283+00:00','payoff_placed',1,0,'[["payoff",null,["d0167632092a490b8c76f93e0d4cef52",0.25,0.1]]]','59e60a15681598c01ff823a0a812fd46');
INSERT INTO "journal" VALUES(30,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.284+00:00','notes_locked',1,0,'[["note",["d0167632092a490b8c76f93e0d4cef52",2.0,"困りごと1","trouble",224.0,0.0,null,0,0,0,0],["d0167632092a490b8c76f93e0d4cef52",2.0,"困りごと1","trouble",224.0,0.0,null,0,0,0,1]]]','8039e105a5a013aac4d86ef86b3268e1');
INSERT INTO "journal" VALUES(31,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.284+00:00','dots_counted',1,0,'[["dot_vote",null,["d0167632092a490b8c76f93e0d4cef52",3]]]','90aae98c9be8054878b4c901962c89d5');
INSERT INTO "journal" VALUES(32,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.284+00:00','vote_rules_set',1,0,'[["workshop",["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"","12:00:00",0,"否定しない","","","集計",2,0,0,0,"staff"],["d48a0d362503498aa0a11a006c5d77c3","第1回業務見直し皆議","2026-06-04","10:00:00","2026-05-01T00:00:00+00:00","kaigi",1,90,"",0,"総務課","",0,"2",0,"","","","","","2026-06-05","draft",0,0,0,"","12:00:00",0,"否定しない","","","集計",2,3,12,1,"managers"]]]','f5e19fb3737ce6e61537801fbc481806');
INSERT INTO "journal" VALUES(33,'d48a0d362503498aa0a11a006c5d77c3','2026-11-22T23:57:24.285+00:00','related',1,1,'[["relation",null,["a5e956b9dd234946bf70404b2b970771",2.0,"ddccd2a78e0a47e594cb27665e0b731c","d0167632092a490b8c76f93e0d4cef52","leads",""]]]','67d657898f3d7cccb0634a0ae6ae048b');
CREATE TABLE knack (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, presenter TEXT NOT NULL, steps TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  material TEXT NOT NULL
) STRICT;
INSERT INTO "knack" VALUES('d48a0d362503498aa0a11a006c5d77c3','8c3b03673f2f462d8da959e98af9d948',1.0,'会議ロジのコツ','会計課係員','','','','');
CREATE TABLE note (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL,
  cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
  placed INTEGER NOT NULL, hidden INTEGER NOT NULL
, team INTEGER NOT NULL DEFAULT 0, locked INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','4ddeb50a2f424f2f9650df0205493bec',1.0,'困りごと0','trouble',1120.0,0.0,'ddccd2a78e0a47e594cb27665e0b731c',1,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','d0167632092a490b8c76f93e0d4cef52',2.0,'困りごと1','trouble',224.0,0.0,NULL,0,0,0,1);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','aa7b1fe9911946248b521534a6268d1a',3.0,'困りごと2','trouble',448.0,0.0,NULL,0,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','ad5e535debc5428d932d1a3aa7c43ac2',4.0,'困りごと3','trouble',672.0,0.0,NULL,0,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','160ddcdc0de64e9aa0c08b3ad935df10',5.0,'困りごと4','trouble',896.0,0.0,'ddccd2a78e0a47e594cb27665e0b731c',1,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','72b009a2342745938c21f8cb13171229',6.0,'困りごと5','trouble',896.0,128.0,'ddccd2a78e0a47e594cb27665e0b731c',1,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','fd6fca03f3bc42aca9b6bcc5ef6279bc',7.0,'困りごと6','trouble',1344.0,0.0,NULL,0,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','d4a2a9b238a4453dbbfd6cc41018b02f',8.0,'困りごと7','trouble',1568.0,0.0,NULL,0,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','749b1640c21f4e35bb0b2b6e5fb85a7a',9.0,'困りごと8','trouble',0.0,128.0,'67d00eecf0db43aa81af3f227bfaa663',1,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','995fe3714987447bb707d804780fc889',10.0,'困りごと9','trouble',224.0,128.0,NULL,0,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','7b1503f1119b48469b80ec3c96b89312',11.0,'困りごと10','trouble',224.0,128.0,'67d00eecf0db43aa81af3f227bfaa663',1,0,0,0);
INSERT INTO "note" VALUES('d48a0d362503498aa0a11a006c5d77c3','f5d705fda0ce4f269deb410d8d6b34a6',12.0,'困りごと11','trouble',672.0,128.0,NULL,0,0,0,0);
CREATE TABLE own_work (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, minutes REAL NOT NULL, times_per_year REAL NOT NULL, review TEXT, change TEXT NOT NULL
) STRICT;
INSERT INTO "own_work" VALUES('d48a0d362503498aa0a11a006c5d77c3','84193b8d9f954eaa81d8d3e333af1d29',1.0,'集計',30.0,12.0,'combine','');
CREATE TABLE participant (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  division TEXT NOT NULL, post TEXT NOT NULL, count INTEGER NOT NULL
) STRICT;
INSERT INTO "participant" VALUES('d48a0d362503498aa0a11a006c5d77c3','9a5a04bf20b94928ba62544bdece6635',1.0,'総務課','係員',4);
CREATE TABLE payoff (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY,
  effect REAL NOT NULL, feasibility REAL NOT NULL
) STRICT;
INSERT INTO "payoff" VALUES('d48a0d362503498aa0a11a006c5d77c3','ddccd2a78e0a47e594cb27665e0b731c',0.75,0.9);
INSERT INTO "payoff" VALUES('d48a0d362503498aa0a11a006c5d77c3','d0167632092a490b8c76f93e0d4cef52',0.25,0.1);
CREATE TABLE pledge (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, "by" TEXT NOT NULL
) STRICT;
INSERT INTO "pledge" VALUES('d48a0d362503498aa0a11a006c5d77c3','c42bd7afbd694b58af6f82f249884b38',1.0,'明日から一つ','会計課');
CREATE TABLE process_step (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, minutes REAL NOT NULL, times_per_year REAL NOT NULL, who TEXT NOT NULL, pain TEXT NOT NULL,
  tool TEXT NOT NULL, minutes_after REAL
) STRICT;
INSERT INTO "process_step" VALUES('d48a0d362503498aa0a11a006c5d77c3','5f7b0bd15a7443038bc630e5a0e0a85e',1.0,'転記',10.0,240.0,'','','',0.0);
CREATE TABLE received_case (
  id TEXT PRIMARY KEY, received_at TEXT NOT NULL, title TEXT NOT NULL, bureau TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE, file BLOB NOT NULL
) STRICT;
INSERT INTO "received_case" VALUES('df387e3c771e4b13a20425d564f3eaa8','2026-11-22T18:34:53.085412+00:00','会議を半分に','自治行政局','858e4f97142b5372f00bc12670d195c31676755a6c1fdd936ada0fe07fc741aa',X'504B0506206120636173652066696C65');
CREATE TABLE relation (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  source_id TEXT NOT NULL, target_id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL
) STRICT;
INSERT INTO "relation" VALUES('d48a0d362503498aa0a11a006c5d77c3','7243d30f3ae34ac998c0ed4e689fd5d8',1.0,'d5aa494114d64ec3970ab99322451b76','d0167632092a490b8c76f93e0d4cef52','cause','だから');
CREATE TABLE room_check (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, done INTEGER NOT NULL
) STRICT;
INSERT INTO "room_check" VALUES('d48a0d362503498aa0a11a006c5d77c3','47e899aff2eb4825b6e8704edf99cbb5',1.0,'いす','things',1);
CREATE TABLE seat (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  team INTEGER NOT NULL,
  participant_id TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED, count INTEGER NOT NULL
) STRICT;
INSERT INTO "seat" VALUES('d48a0d362503498aa0a11a006c5d77c3','ea7e864fe8ab422c8a207cdae433efd7',1.0,1,'9a5a04bf20b94928ba62544bdece6635',2);
CREATE TABLE shown_case (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, bureau TEXT NOT NULL, summary TEXT NOT NULL, problem TEXT NOT NULL, before TEXT NOT NULL,
  after TEXT NOT NULL, effect TEXT NOT NULL, case_id TEXT NOT NULL
) STRICT;
INSERT INTO "shown_case" VALUES('d48a0d362503498aa0a11a006c5d77c3','a0afbb30e9ba4fcfad6bd901310f1bf6',1.0,'事例','','','','','','','');
CREATE TABLE team_step (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, team INTEGER NOT NULL, task TEXT NOT NULL
) STRICT;
INSERT INTO "team_step" VALUES('d48a0d362503498aa0a11a006c5d77c3','651e746bee424f819863d8c570a78b30',1.0,'c18ad69c875e4c5eba72932fe19adad3','書く',4,0,'');
CREATE TABLE timing (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, first_started_at TEXT NOT NULL,
  elapsed REAL NOT NULL, extension INTEGER NOT NULL, since TEXT, ended_at TEXT, current INTEGER NOT NULL
) STRICT;
INSERT INTO "timing" VALUES('d48a0d362503498aa0a11a006c5d77c3','c4c8094616ae49f9993e485f9f483c65','2026-06-04T01:00:00+00:00',300.0,0,NULL,'2026-06-04T01:05:00+00:00',0);
INSERT INTO "timing" VALUES('d48a0d362503498aa0a11a006c5d77c3','0e86bcf1b78c4979bfa2e75007ad0f3d','2026-06-04T01:05:00+00:00',0.0,0,'["2026-06-04T01:05:00+00:00", 1300.0, "boot-1"]',NULL,1);
CREATE TABLE workshop (
  workshop_id TEXT NOT NULL CHECK (workshop_id = id), id TEXT PRIMARY KEY,
  title TEXT NOT NULL, held_on TEXT NOT NULL, starts_at TEXT NOT NULL, created_at TEXT NOT NULL, format TEXT NOT NULL,
  number INTEGER NOT NULL, minutes INTEGER NOT NULL, place TEXT NOT NULL, online INTEGER NOT NULL,
  bureau TEXT NOT NULL, question TEXT NOT NULL, headcount INTEGER NOT NULL, marking TEXT, restricted INTEGER NOT NULL,
  handouts TEXT NOT NULL, next_meeting TEXT NOT NULL, document_class TEXT NOT NULL, retention TEXT NOT NULL,
  checked_by TEXT NOT NULL, checked_on TEXT, minutes_state TEXT NOT NULL, silent INTEGER NOT NULL,
  votes_closed INTEGER NOT NULL, archived INTEGER NOT NULL
, follows TEXT NOT NULL DEFAULT '', room_until TEXT, extension INTEGER NOT NULL DEFAULT 0, ground_rules TEXT NOT NULL DEFAULT '', icebreaker TEXT NOT NULL DEFAULT '', invitation TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '', teams INTEGER NOT NULL DEFAULT 0, dots_each INTEGER NOT NULL DEFAULT 0, voters INTEGER NOT NULL DEFAULT 0, blank_votes INTEGER NOT NULL DEFAULT 0, vote_turn TEXT NOT NULL DEFAULT 'staff') STRICT;
INSERT INTO "workshop" VALUES('d48a0d362503498aa0a11a006c5d77c3','d48a0d362503498aa0a11a006c5d77c3','第1回業務見直し皆議','2026-06-04','10:00:00','2026-05-01T00:00:00+00:00','kaigi',1,90,'',0,'総務課','',0,'2',0,'','','','','','2026-06-05','draft',0,0,0,'','12:00:00',0,'否定しない','','','集計',2,3,12,1,'managers');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX journal_of_workshop ON journal (workshop_id, undoable, undone, seq);
CREATE INDEX note_of_workshop ON note (workshop_id);
COMMIT;
