/** Given name words with the ways they are spelled. One line: Latin spellings | Arabic script | Bengali. */
export const givenNames = `
Muhammad Mohammed Mohamed Mohammad Mohamad Muhammed Mohd|محمد|মুহাম্মদ মোহাম্মদ মোহাম্মাদ মুহম্মদ
Ahmed Ahmad Ahmet Ahamed|أحمد احمد|আহমেদ আহমদ আহাম্মদ
Mahmud Mahmoud Mahmood|محمود|মাহমুদ মাহমূদ
Hasan Hassan|حسن|হাসান হাছান
Husain Hussein Hussain Hossain Hossein Hosain Husayn|حسين|হোসেন হোসাইন হুসাইন হোছাইন
Ali Aly|علي علی|আলী আলি
Umar Omar Omer|عمر|ওমর উমর
Uthman Osman Othman Usman|عثمان|ওসমান উসমান
Abubakar Abubakr|أبوبكر ابوبكر|আবুবকর
Yusuf Youssef Yousuf Yousef Yousif|يوسف یوسف|ইউসুফ
Ibrahim Ebrahim Ibraheem|إبراهيم ابراهيم|ইব্রাহিম ইবরাহীম ইব্রাহীম
Ismail Ismael Esmail|إسماعيل اسماعيل|ইসমাইল ইসমাঈল
Ishaq Ishak Eshaq|إسحاق اسحاق|ইসহাক
Yaqub Yakub Yaqoob Yacoub|يعقوب|ইয়াকুব
Musa Moussa Mousa Moosa|موسى موسی|মুসা মূসা
Isa Eissa Essa Issa|عيسى|ঈসা
Yahya Yehia Yahia|يحيى يحیی|ইয়াহিয়া
Zakaria Zakariya Zakariyya|زكريا|জাকারিয়া
Sulaiman Suleiman Soleiman Sulayman Solaiman|سليمان|সুলাইমান সোলাইমান সোলায়মান
Dawud Daoud Daud Dawood|داود|দাউদ
Ayyub Ayub Ayoub|أيوب ايوب|আইয়ুব
Harun Haroon Haroun|هارون|হারুন
Idris Idriss Edris|إدريس ادريس|ইদ্রিস
Yunus Younes Yunis Younus|يونس|ইউনুস ইউনূস
Salih Saleh Salah Salehuddin|صالح|সালেহ
Karim Kareem Karim|كريم کریم|করিম করীম
Rahim Raheem|رحيم رحیم|রহিম রহীম
Rahman Rehman Rahaman|رحمن|রহমান
Hamid Hameed|حميد حامد|হামিদ
Majid Majeed|مجيد ماجد|মজিদ মাজেদ
Rashid Rasheed Rachid|رشيد راشد|রশিদ রশীদ
Aziz Azeez|عزيز|আজিজ
Jamal Gamal Djamel|جمال|জামাল
Kamal Kemal|كمال کمال|কামাল
Jalal Galal|جلال|জালাল
Bilal Belal Billal|بلال|বিলাল বেলাল
Khalid Khaled|خالد|খালিদ খালেদ
Walid Waleed|وليد|ওয়ালিদ
Tariq Tarek Tareq Tarik|طارق|তারিক তারেক
Faisal Faysal Feisal|فيصل|ফয়সাল ফয়সল
Nasir Naser Nasser|ناصر|নাসির নাসের
Nasr Nasrul|نصر|নসর
Mansur Mansour Mansoor|منصور|মনসুর মানসুর
Mustafa Mostafa Mustapha Moustafa|مصطفى مصطفی|মুস্তাফা মোস্তফা মুস্তফা
Murtada Murtaza Mortaza|مرتضى مرتضی|মুর্তজা মর্তুজা
Jafar Jaafar Jaffar|جعفر|জাফর
Qasim Kassem Qassem Kasim|قاسم|কাসেম কাশেম কাসিম
Salim Saleem Selim|سليم سالم|সেলিম সালিম
Salman Selman|سلمان|সালমান
Samir Sameer|سمير|সমীর সামির
Tahir Taher|طاهر|তাহের তাহির
Zahir Zaheer Zahir|ظاهر زاهر|জহির জাহির
Zubair Zubayr Zobair|زبير|জুবায়ের জোবায়ের
Anwar Anouar Anwer|أنور انور|আনোয়ার
Akbar Akber|أكبر اكبر|আকবর
Amin Ameen|أمين امين|আমিন আমীন
Amir Ameer|أمير امير|আমির আমীর
Amin Aminul|أمين|আমিনুল
Arif Aref|عارف|আরিফ
Asad Assad|أسد اسد|আসাদ
Ashraf Achraf|أشرف اشرف|আশরাফ
Aslam Asllam|أسلم اسلم|আসলাম
Azhar Azher|أزهر ازهر|আজহার
Badr Bader|بدر|বদর
Daniel Danial|دانيال دانييل|ড্যানিয়েল দানিয়েল
Farid Fareed|فريد|ফরিদ ফরীদ
Faruq Farouk Farooq Faruk|فاروق|ফারুক
Fahim Faheem|فهيم|ফাহিম
Ghulam Golam Gholam|غلام|গোলাম
Habib Habeeb|حبيب|হাবিব
Hafiz Hafez Hafeez|حافظ|হাফিজ হাফেজ
Haidar Haider Hayder|حيدر|হায়দার
Hakim Hakeem|حكيم|হাকিম
Imran Emran Omran|عمران|ইমরান
Imad Emad|عماد|ইমাদ
Iqbal Eqbal Ikbal|إقبال اقبال|ইকবাল
Jabbar Jabar|جبار|জব্বার
Jahangir Jehangir|جهانگير جهانجير|জাহাঙ্গীর জাহাঙ্গির
Junaid Junayd Joneid|جنيد|জুনায়েদ জুনাইদ
Kabir Kabeer|كبير|কবির কবীর
Kazim Kazem Kadhim|كاظم|কাজিম কাজেম
Khalil Khaleel|خليل|খলিল
Latif Lateef|لطيف|লতিফ
Maqbul Makbul Maqbool|مقبول|মকবুল
Masud Masood Massoud Masoud|مسعود|মাসুদ মাসউদ
Mahfuz Mahfouz|محفوظ|মাহফুজ
Mizan Mizanur|ميزان|মিজান মিজানুর
Muin Moin Moeen|معين|মঈন মইন
Mujib Mojib Mujeeb|مجيب|মুজিব
Munir Monir Mounir Muneer|منير|মুনির মনির
Musharraf Mosharraf Mosharaf|مشرف|মোশাররফ
Mushfiq Mushfiqur|مشفق|মুশফিক
Nadim Nadeem|نديم|নাদিম
Nazrul Nazrul||নজরুল
Nazim Nazem|ناظم|নাজিম
Nur Noor Nour|نور|নূর নুর
Nuruddin Noureddine Nooruddin|نورالدين|নূরুদ্দিন নুরউদ্দিন
Salahuddin Saladin Salaheddine Salahuddin|صلاحالدين|সালাহউদ্দিন সালাউদ্দিন
Shamsuddin Shamseddine|شمسالدين|শামসুদ্দিন
Jalaluddin Jalaleddin|جلالالدين|জালালুদ্দিন
Qadir Kader Qader Kadir|قادر|কাদের কাদির
Rafiq Rafik Rafeeq|رفيق|রফিক
Rauf Raouf Rawf|رؤوف|রউফ
Riad Riyad Riyadh Riaz|رياض|রিয়াদ রিয়াজ
Sabir Saber|صابر|সাবের সাবির
Said Saeed Sayed Saeid|سعيد|সাঈদ সাইদ
Sayyid Syed Sayed Saiyid|سيد|সৈয়দ সাইয়েদ
Sadiq Sadeq Sadek|صادق|সাদেক সাদিক
Saif Seif Sayf|سيف|সাইফ
Saiful Saiful||সাইফুল
Sajid Sajed|ساجد|সাজিদ সাজেদ
Sakib Shakib Saqib|شكيب|সাকিব
Samad Samed|صمد|সামাদ
Sattar Satar|ستار|সাত্তার
Shafiq Shafik Shafeeq|شفيق|শফিক
Shahid Shaheed|شهيد شاهد|শহীদ শাহিদ শহিদ
Shahin Shaheen|شاهين|শাহীন শাহিন
Shakil Shakeel|شكيل|শাকিল
Sharif Shareef Cherif|شريف|শরীফ শরিফ
Shawkat Shaukat Shawqat|شوكت|শওকত
Siddiq Seddik Siddique Siddiqui|صديق|সিদ্দিক সিদ্দিকী
Siraj Seraj|سراج|সিরাজ
Sirajul Serajul||সিরাজুল
Sohail Suhail Sohel|سهيل|সোহেল সুহাইল
Taj Tajul|تاج|তাজ
Taskin Taskeen||তাসকিন
Tamim Tameem|تميم|তামিম
Wahid Waheed Ouahid|وحيد واحد|ওয়াহিদ
Yasin Yaseen Yassin Yacine|ياسين|ইয়াসিন
Yasir Yasser|ياسر|ইয়াসির
Zahid Zahed|زاهد|জাহিদ
Zia Ziaur Ziya|ضياء|জিয়া জিয়াউর
Ziad Ziyad Zeyad|زياد|জিয়াদ
Zafar Dhafar Zafer|ظفر|জাফর
Abdullah Abdallah Abdulla|عبدالله|আব্দুল্লাহ আবদুল্লাহ
Abdurrahman Abdulrahman Abderrahmane|عبدالرحمن|আবদুর রহমান
Abdul Abdel|عبد|আব্দুল আবদুল
Abdulkarim Abdelkarim Abdelkrim|عبدالكريم|আব্দুলকরিম
Abdulaziz Abdelaziz|عبدالعزيز|আব্দুলআজিজ
Habibullah Habiballah Habibollah|حبيبالله|হাবিবুল্লাহ
Mahmudullah Mahmoudullah||মাহমুদউল্লাহ
Rafiqul Rafikul||রফিকুল
Shafiqul Shafikul||শফিকুল
Mustafizur Mostafizur||মুস্তাফিজুর মোস্তাফিজুর
Mushfiqur Mushfikur||মুশফিকুর
Habibur Habibur||হাবিবুর
Ataur Ataur||আতাউর
Matiur Motiur||মতিউর
Aisha Ayesha Aicha Aysha|عائشة عايشة|আয়েশা আয়শা
Fatima Fatema Fatimah Fatma|فاطمة فاطمه|ফাতিমা ফাতেমা
Khadija Khadiza Khadijah|خديجة خديجه|খাদিজা
Zainab Zeinab Zaynab Joynab|زينب|জয়নব জয়নাব
Mariam Maryam Meryem Miriam|مريم|মরিয়ম মারিয়াম
Amina Aminah Amena|أمينة امينة آمنة|আমিনা আমেনা
Halima Haleema|حليمة|হালিমা
Hasina Hassina|حسينة|হাসিনা
Salma Selma|سلمى|সালমা
Samira Sameera|سميرة|সামিরা
Sumaya Sumaiya Soumaya|سمية|সুমাইয়া
Rabia Rabeya Rabiya|رابعة|রাবেয়া
Rahima Raheema|رحيمة|রহিমা
Rashida Rasheda|رشيدة|রাশিদা রাশেদা
Rokeya Ruqayya Rukaya Roqaya|رقية|রোকেয়া
Sakina Sakeena Sekina|سكينة|সাকিনা সখিনা
Nasrin Nasreen Nesrin|نسرين|নাসরিন নাসরীন
Parvin Parveen Parvin|پروين بروين|পারভীন পারভিন
Shirin Shireen|شيرين|শিরিন শিরীন
Yasmin Yasmine Jasmin Yasmeen|ياسمين|ইয়াসমিন ইয়াসমীন
Farzana Farzaneh|فرزانة|ফারজানা
Farida Fareeda|فريدة|ফরিদা
Jamila Djamila Gamila|جميلة|জমিলা জামিলা
Laila Layla Leila Leyla|ليلى لیلا|লায়লা লাইলা
Nadia Nadya|نادية ناديا|নাদিয়া
Nazma Najma|نجمة|নাজমা
Shabnam Shabnum|شبنم|শবনম
Sultana Soltana|سلطانة|সুলতানা
Taslima Tasleema|تسليمة|তসলিমা
Zohra Zahra Zuhra|زهرة زهراء|জোহরা জাহরা
Rubina Robina Rubeena|روبينا|রুবিনা
Shahnaz Shahnaaz|شهناز|শাহনাজ
Dilara Delara|دلارا|দিলারা
Rabindranath Ravindranath||রবীন্দ্রনাথ
Satyajit Satyajeet||সত্যজিৎ সত্যজিত
Subhash Subhas||সুভাষ সুভাস
Soumitra Saumitra||সৌমিত্র
Sourav Saurav Sourabh||সৌরভ
Prasanta Prashanta Prashant||প্রশান্ত
Amartya Omorto||অমর্ত্য
Amit Omit||অমিত
Anil Onil||অনিল
Anirban Anirvan||অনির্বাণ
Arun Aroon||অরুণ
Arindam Arindom||অরিন্দম
Ashok Asok Ashoke||অশোক
Bibhuti Bibhutibhushan||বিভূতি
Bijoy Vijay Bijay||বিজয়
Bikash Vikas Bikas||বিকাশ
Bimal Bimol Vimal||বিমল
Biplab Biplob||বিপ্লব
Debabrata Debobroto Devabrata||দেবব্রত
Debasish Debashis Devashish||দেবাশীষ দেবাশিস
Dinesh Dinesh||দীনেশ
Dipankar Deepankar Dipankor||দীপঙ্কর
Ganesh Gonesh||গণেশ
Gautam Goutam Gautom||গৌতম
Indrajit Indrajeet||ইন্দ্রজিৎ
Jagadish Jagdish Jogodish||জগদীশ
Jatindra Jyotindra Jatin||যতীন্দ্র
Jyoti Joti||জ্যোতি
Jibanananda Jibonananda||জীবনানন্দ
Kamal Komol||কমল
Kartik Karthik||কার্তিক
Krishna Krishno||কৃষ্ণ কৃষ্ণা
Liton Litton||লিটন
Madhusudan Modhusudon||মধুসূদন
Manik Maneek||মানিক
Manoj Monoj||মনোজ
Mithun Mithoon||মিঠুন
Mrinal Mrinalini||মৃণাল
Narayan Narayon||নারায়ণ
Narendra Norendro||নরেন্দ্র
Nikhil Nikhilesh||নিখিল
Nirmal Nirmol||নির্মল
Partha Partho||পার্থ
Pradip Pradeep Prodip||প্রদীপ
Pranab Pronob Pranav||প্রণব
Prafulla Profulla||প্রফুল্ল
Rajesh Rajes||রাজেশ
Ramesh Romesh||রমেশ
Ranjit Ranajit Ranjeet||রঞ্জিত রণজিৎ
Ritwik Ritwick Hrithik||ঋত্বিক
Rituparna Rituparno||ঋতুপর্ণ ঋতুপর্ণা
Sachin Sochin||শচীন
Sandip Sandeep||সন্দীপ
Sanjay Sanjoy||সঞ্জয়
Shankar Sankar Shankor||শঙ্কর শংকর
Shyamal Shyamol Syamal||শ্যামল
Somnath Somenath||সোমনাথ
Soumya Saumya||সৌম্য
Sukumar Sukumar||সুকুমার
Sunil Suneel||সুনীল
Surya Surjo||সূর্য
Swapan Swapon Shopon||স্বপন
Tapan Topon||তপন
Tapas Tapash||তাপস
Uttam Uttom||উত্তম
Vivekananda Bibekananda||বিবেকানন্দ
Aparna Aporna||অপর্ণা
Ashalata Ashalota||আশালতা
Gita Geeta||গীতা
Indira Indira|إنديرا|ইন্দিরা
Kalpana Kolpona||কল্পনা
Lakshmi Laxmi||লক্ষ্মী
Madhabi Madhavi||মাধবী
Mamata Momota||মমতা
Mitali Mithali||মিতালী মিতালি
Rupa Roopa||রূপা
Sabitri Savitri||সাবিত্রী
Saraswati Sarasvati||সরস্বতী
Sharmila Sarmila||শর্মিলা
Sharmin Sharmeen||শারমিন
Suchitra Shuchitra||সুচিত্রা
Sumitra Shumitra||সুমিত্রা
Supriya Supria||সুপ্রিয়া
John Jon|جون|জন
James Jaymes|جيمس|জেমস
William Wiliam|ويليام وليم|উইলিয়াম
Robert Roberto|روبرت|রবার্ট
Michael Mikael|مايكل|মাইকেল
David Dawid|ديفيد دافيد|ডেভিড
Richard Rikard|ريتشارد|রিচার্ড
Thomas Tomas|توماس|থমাস টমাস
Charles Charls|تشارلز شارل|চার্লস
George Jorge|جورج|জর্জ
Peter Pieter|بيتر|পিটার
Paul Pol|بول|পল
Steven Stephen|ستيفن|স্টিভেন স্টিফেন
Jonathan Jonathon|جوناثان|জোনাথন
Anthony Antony|أنتوني|অ্যান্থনি
Andrew Andru|أندرو|অ্যান্ড্রু
Albert Alberto|ألبرت|আলবার্ট
Alexander Aleksander|ألكسندر|আলেকজান্ডার
Victor Viktor|فيكتور|ভিক্টর
Henry Henri|هنري|হেনরি
Frank Franc|فرانك|ফ্রাঙ্ক
Edward Eduard|إدوارد|এডওয়ার্ড
Martin Marten|مارتن|মার্টিন
Simon Saimon|سيمون|সাইমন
Mark Marc|مارك|মার্ক
Kevin Kevyn|كيفن|কেভিন
Maria Marya|ماريا|মারিয়া
Elizabeth Elisabeth|إليزابيث|এলিজাবেথ
Catherine Katherine|كاثرين|ক্যাথরিন
Julia Yulia|جوليا|জুলিয়া
Emma Ema|إيما|এমা
Anna Ana|آنا|আনা অ্যানা
Sophia Sofia|صوفيا|সোফিয়া
Margaret Margret|مارغريت مارجريت|মার্গারেট
Jennifer Jenifer|جينيفر|জেনিফার
Vladimir Wladimir|فلاديمير|ভ্লাদিমির
Pablo Pablo|بابلو|পাবলো
Carlos Karlos|كارلوس|কার্লোস
Diego Diego|دييغو|দিয়েগো
Cristiano Cristiano|كريستيانو|ক্রিস্তিয়ানো
Zlatan Zlatan|زلاتان|জ্লাতান
`;
