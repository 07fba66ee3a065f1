/**
 * Parts of personal names in Arabic letters with the spelling that is usual in English: frequent given names, and
 * family names that the rules of `romanise.ts` would not give (foreign vowels and p, v, g are lost in Arabic letters).
 * Source: own knowledge of the press in both languages. A line is `Latin: Arabic Arabic`, `_` for a space.
 */
export const LATIN_NAMES = `
Abbas: عباس
Abdel: عبد
Abdullah: عبدالله عبد_الله
Abdulrahman: عبدالرحمن عبد_الرحمن
Abdulaziz: عبدالعزيز عبد_العزيز
Abdel Fattah: عبدالفتاح عبد_الفتاح
Abdel Malik: عبد_الملك
Abu: أبو أبي
Adel: عادل
Ahmed: أحمد
Aisha: عائشة
al-Assad: الأسد
al-Burhan: البرهان
al-Houthi: الحوثي
al-Sisi: السيسي
Alexander: ألكسندر الكسندر
Ali: علي
Aliyev: علييف عليف
Amin: أمين
Amir: أمير
Andranik: أندرانيك
Alexei: أليكسي ألكسي
Angela: أنجيلا أنغيلا
Ankara: أنقرة
Anthony: أنطوني
Antony: أنتوني
Antonio: أنطونيو أنتونيو
Ararat: أرارات
Arayik: أراييك
Arko: أركو
Armen: أرمين
Arsen: أرسين
Aslan: أصلان
Majid: ماجد
Habib: حبيب
Grossi: غروسي أرسين
Artur: آرتور أرتور
Austin: أوستن
Ayman: أيمن
Babayan: باباجان بابايان
Baerbock: بيربوك
Bashar: بشار
Bayramov: بيرموف بايراموف
Ben: بن
Benjamin: بنيامين
Biden: بايدن
Blinken: بلينكن بلينكين
Boris: بوريس
Borrell: بوريل بوريلل
Burns: بيرنز
Cameron: كاميرون
Cardin: كاردين
Charles: شارل تشارلز
Clinton: كلينتون
Colonna: كولونا
Daniel: دانيال دانييل
David: ديفيد دافيد
Dmitry: ديمتري دميتري
Donald: دونالد
Emmanuel: إيمانويل
Erdogan: أردوغان أردوجان
Ergun: إرجون
Fahd: فهد
Faisal: فيصل
Fatima: فاطمة
Gallant: غالانت جالانت
Ghazaryan: غازاريان
George: جورج
Guterres: غوتيريش جوتيريش غوتيريس
Haidar: حيدر
Hajiyev: حاجييف حاجيف
Hakan: هاكان
Hamad: حمد
Hassan: حسن
Hikmet: حكمت
Hisham: هشام
Hovhannisyan: هوفهانيسيان هوفانيسيان
Hussein: حسين
Ibrahim: إبراهيم
Igor: إيغور إيجور
Ilham: إلهام
Imran: عمران
Ismail: إسماعيل
Jake: جيك
James: جيمس
Janez: يانيز
Jeyhun: جيهون جيحون
Joe: جو
John: جون
Josep: جوزيب
Joseph: جوزيف
Julien: جوليان
Kamala: كامالا
Khaled: خالد
Khamenei: خامنئي
Kim: كيم
Kofi: كوفي
Lavrov: لافروف
Leyen: لاين لايين
Lloyd: لويد
Macron: ماكرون
Mahmoud: محمود
Maria: ماريا
Mark: مارك
Marwan: مروان
Matthew: ماثيو
Merkel: ميركل
Mevlut: مولود
Mher: مهير
Michel: ميشيل ميشال
Michael: مايكل مايكيل
Mikati: ميقاتي
Mike: مايك
Miller: ميلر
Mirzoyan: ميرزويان
Mohammed: محمد
Mohammad: محمّد
Muammar: معمر
Mustafa: مصطفى
Nabil: نبيل
Najib: نجيب
Nasser: ناصر
Nasrallah: نصرالله نصر_الله
Netanyahu: نتنياهو نتانياهو
Nicolas: نيكولا
Nikol: نيكول
Olaf: أولاف
Oleh: أوليه أوليغ
Oleksandr: أولكسندر أوليكساندر
Omar: عمر
Osama: أسامة
Pashinyan: باشينيان
Patrick: باتريك
Paul: بول بولس
Pedersen: بيدرسن بيدرسون
Peskov: بيسكوف
Pedro: بيدرو
Peter: بيتر
Putin: بوتين
Rafael: رافاييل رافائيل
Raisi: رئيسي
Ramon: رامون
Ramadan: رمضان
Recep: رجب
Richard: ريتشارد
Robert: روبرت
Ruben: روبين
Rutte: روته
Said: سعيد
Salah: صلاح
Salman: سلمان
Samantha: سامانثا
Samvel: سامفيل
Scholz: شولتس شولتز
Sergey: سيرغي سيرجي سيرغيه
Shahramanyan: شهرامانيان
Shoigu: شويغو
Simonyan: سيمونيان
Stoltenberg: ستولتنبرغ ستولتنبرج
Sullivan: سوليفان
Tariq: طارق
Tayyip: طيب
Tedros: تيدروس
Toivo: تويفو
Trump: ترامب
Türk: تورك
Ursula: أورسولا
Vance: فانس
Vardanyan: فاردانيان
Vladimir: فلاديمير
Volodymyr: فولوديمير فولوديمر
von: فون
der: دير
Walid: وليد
William: وليام ويليام
Yahya: يحيى
Yair: يائير
Yoav: يوآف
Youssef: يوسف
Zakharova: زاخاروفا
Zelensky: زيلينسكي زيلينسكى
`;
