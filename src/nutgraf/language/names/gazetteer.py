"""Places and well-known organisations by name, with the variants that mean the same one.

Given names are in ``given_names``. Source: country names after ISO 3166 in English, with their
usual short forms; demonyms, capitals, states, large cities, regions and organisations from general
knowledge. The lists are moderate on purpose: they are evidence, not the rule.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.names.word_sets import entries, words

# Country, with the adjectives of its nationality after the colon.
_COUNTRIES: Final = """
Afghanistan: Afghan Afghans; Albania: Albanian Albanians; Algeria: Algerian Algerians; Andorra:
Andorran; Angola: Angolan Angolans; Antigua and Barbuda: Antiguan; Argentina: Argentine
Argentinian Argentines; Armenia: Armenian Armenians; Australia: Australian Australians; Austria:
Austrian Austrians; Azerbaijan: Azerbaijani Azeri Azerbaijanis; Bahamas: Bahamian; Bahrain:
Bahraini; Bangladesh: Bangladeshi Bangladeshis; Barbados: Barbadian; Belarus: Belarusian
Belarusians; Belgium: Belgian Belgians; Belize: Belizean; Benin: Beninese; Bhutan: Bhutanese;
Bolivia: Bolivian Bolivians; Bosnia and Herzegovina: Bosnian Bosnians; Botswana: Botswanan;
Brazil: Brazilian Brazilians; Brunei: Bruneian; Bulgaria: Bulgarian Bulgarians; Burkina Faso:
Burkinabe; Burundi: Burundian; Cambodia: Cambodian Cambodians; Cameroon: Cameroonian; Canada:
Canadian Canadians; Cape Verde: Verdean; Central African Republic:; Chad: Chadian; Chile: Chilean
Chileans; China: Chinese; Colombia: Colombian Colombians; Comoros: Comorian; Congo: Congolese;
Costa Rica: Rican Ricans; Croatia: Croatian Croatians Croat Croats; Cuba: Cuban Cubans; Cyprus:
Cypriot Cypriots; Czech Republic: Czech Czechs; Denmark: Danish Dane Danes; Djibouti: Djiboutian;
Dominica:; Dominican Republic: Dominican Dominicans; East Timor: Timorese; Ecuador: Ecuadorian
Ecuadorean; Egypt: Egyptian Egyptians; El Salvador: Salvadoran Salvadorans; Equatorial Guinea:;
Eritrea: Eritrean; Estonia: Estonian Estonians; Eswatini: Swazi; Ethiopia: Ethiopian Ethiopians;
Fiji: Fijian Fijians; Finland: Finnish Finn Finns; France: French; Gabon: Gabonese; Gambia:
Gambian; Georgia: Georgian Georgians; Germany: German Germans; Ghana: Ghanaian Ghanaians; Greece:
Greek Greeks; Grenada: Grenadian; Guatemala: Guatemalan Guatemalans; Guinea: Guinean;
Guinea-Bissau:; Guyana: Guyanese; Haiti: Haitian Haitians; Honduras: Honduran Hondurans; Hungary:
Hungarian Hungarians; Iceland: Icelandic Icelander Icelanders; India: Indian Indians; Indonesia:
Indonesian Indonesians; Iran: Iranian Iranians; Iraq: Iraqi Iraqis; Ireland: Irish Irishman;
Israel: Israeli Israelis; Italy: Italian Italians; Ivory Coast: Ivorian; Jamaica: Jamaican
Jamaicans; Japan: Japanese; Jordan: Jordanian Jordanians; Kazakhstan: Kazakh Kazakhs; Kenya:
Kenyan Kenyans; Kiribati:; Kosovo: Kosovar; Kuwait: Kuwaiti; Kyrgyzstan: Kyrgyz; Laos: Laotian
Lao; Latvia: Latvian Latvians; Lebanon: Lebanese; Lesotho:; Liberia: Liberian; Libya: Libyan
Libyans; Liechtenstein:; Lithuania: Lithuanian Lithuanians; Luxembourg:; Madagascar: Malagasy;
Malawi: Malawian; Malaysia: Malaysian Malaysians Malay; Maldives: Maldivian; Mali: Malian; Malta:
Maltese; Marshall Islands:; Mauritania: Mauritanian; Mauritius: Mauritian; Mexico: Mexican
Mexicans; Micronesia: Micronesian; Moldova: Moldovan; Monaco:; Mongolia: Mongolian Mongol Mongols;
Montenegro: Montenegrin; Morocco: Moroccan Moroccans; Mozambique: Mozambican; Myanmar: Burmese;
Namibia: Namibian; Nauru:; Nepal: Nepali Nepalese; Netherlands: Dutch Dutchman; New Zealand:
Zealander Zealanders; Nicaragua: Nicaraguan; Niger:; Nigeria: Nigerian Nigerians; North Korea:;
North Macedonia: Macedonian; Norway: Norwegian Norwegians; Oman: Omani; Pakistan: Pakistani
Pakistanis; Palau:; Palestine: Palestinian Palestinians; Panama: Panamanian; Papua New Guinea:;
Paraguay: Paraguayan; Peru: Peruvian Peruvians; Philippines: Filipino Filipinos Philippine;
Poland: Polish Pole Poles; Portugal: Portuguese; Qatar: Qatari; Romania: Romanian Romanians;
Russia: Russian Russians; Rwanda: Rwandan; Saint Kitts and Nevis:; Saint Lucia:; Samoa: Samoan;
San Marino:; São Tomé and Príncipe:; Saudi Arabia: Saudi Saudis; Senegal: Senegalese; Serbia:
Serbian Serb Serbs; Seychelles:; Sierra Leone:; Singapore: Singaporean; Slovakia: Slovak Slovaks;
Slovenia: Slovenian Slovene; Solomon Islands:; Somalia: Somali Somalis; South Africa:; South
Korea: Korean Koreans; South Sudan:; Spain: Spanish Spaniard Spaniards; Sri Lanka: Lankan; Sudan:
Sudanese; Suriname: Surinamese; Sweden: Swedish Swede Swedes; Switzerland: Swiss; Syria: Syrian
Syrians; Taiwan: Taiwanese; Tajikistan: Tajik; Tanzania: Tanzanian; Thailand: Thai Thais; Togo:
Togolese; Tonga: Tongan; Trinidad and Tobago: Trinidadian; Tunisia: Tunisian; Turkey: Turkish Turk
Turks; Turkmenistan: Turkmen; Tuvalu:; Uganda: Ugandan; Ukraine: Ukrainian Ukrainians; United Arab
Emirates: Emirati; United Kingdom: British Briton Britons; United States: American Americans;
Uruguay: Uruguayan; Uzbekistan: Uzbek; Vanuatu:; Vatican City:; Venezuela: Venezuelan Venezuelans;
Vietnam: Vietnamese; Yemen: Yemeni Yemenis; Zambia: Zambian; Zimbabwe: Zimbabwean; England:
English Englishman; Scotland: Scottish Scots Scot; Wales: Welsh; Northern Ireland:; Soviet Union:
Soviet Soviets; Yugoslavia: Yugoslav; Czechoslovakia:; Prussia: Prussian Prussians; Africa:
African Africans; Asia: Asian Asians; Europe: European Europeans; North America:; South America:;
Latin America:; Tibet: Tibetan; Catalonia: Catalan; Scandinavia: Scandinavian; Greenland:
Greenlandic
"""

# Adjectives of peoples and cities that come from no country above.
_PEOPLES: Final = words(
    """
    Arab Arabs Arabic Kurdish Kurd Kurds Basque Roman Romans Byzantine Ottoman Ottomans Persian
    Persians Norman Normans Celtic Aboriginal Hispanic Latino Latina Chechen Crimean Londoner
    Parisian Venetian Hawaiian Texan Californian Balkan Baltic Nordic Slavic Jewish Berber Tatar
    Inuit Cherokee Navajo Sioux Maori Māori Victorian Edwardian Elizabethan Gothic Bavarian
    Tuscan Sicilian Siberian Afro-American African-American Anglo-Saxon Indo-European Western
    Eastern
    """
)

_CITIES: Final = """
Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Alexandria, Algiers, Almaty, Amman,
Amsterdam, Ankara, Antwerp, Asunción, Athens, Atlanta, Auckland, Austin, Baghdad, Baku,
Baltimore, Bamako, Bandung, Bangalore, Bangkok, Barcelona, Basel, Basra, Beijing, Beirut,
Belfast, Belgrade, Bengaluru, Berlin, Bern, Bilbao, Birmingham, Bogotá, Bologna, Bonn, Bordeaux,
Boston, Brasília, Bratislava, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires,
Buffalo, Bursa, Cairo, Calgary, Cali, Canberra, Cape Town, Caracas, Cardiff, Casablanca,
Charlotte, Chengdu, Chennai, Chicago, Chișinău, Christchurch, Cincinnati, Cleveland, Cologne,
Colombo, Columbus, Copenhagen, Córdoba, Cork, Dakar, Dallas, Damascus, Dar es Salaam, Darwin,
Delhi, Denver, Detroit, Dhaka, Doha, Donetsk, Dortmund, Dresden, Dubai, Dublin, Durban, Durham,
Düsseldorf, Edinburgh, Edmonton, El Paso, Florence, Fort Worth, Frankfurt, Freetown, Fukushima,
Gaza City, Gdańsk, Geneva, Genoa, Ghent, Glasgow, Gothenburg, Granada, Guadalajara, Guangzhou,
Guayaquil, Hague, Halifax, Hamburg, Hanoi, Hanover, Harare, Havana, Helsinki, Hiroshima,
Ho Chi Minh City, Hong Kong, Honolulu, Houston, Hyderabad, Indianapolis, Irving, Islamabad,
Istanbul, Izmir, Jacksonville, Jaipur, Jakarta, Jeddah, Jerusalem, Johannesburg, Juba, Kabul,
Kampala, Kandahar, Kansas City, Karachi, Kathmandu, Kazan, Kharkiv, Khartoum, Kherson, Kiev,
Kigali, Kingston, Kinshasa, Kolkata, Kraków, Kuala Lumpur, Kuwait City, Kyiv, Kyoto, La Paz,
Lagos, Lahore, Las Vegas, Lausanne, Leeds, Leicester, Leipzig, Lima, Lisbon, Liverpool,
Ljubljana, London, Los Angeles, Louisville, Luanda, Lusaka, Lviv, Lyon, Madrid, Malmö, Managua,
Manchester, Manila, Maputo, Mariupol, Marrakesh, Marseille, Mecca, Medellín, Medina, Melbourne,
Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Monterrey,
Montevideo, Montreal, Montréal, Moscow, Mosul, Mumbai, Munich, Murmansk, Muscat, Nagasaki,
Nagoya, Nairobi, Naples, Nashville, New Delhi, New Orleans, New York, New York City, Newark,
Newcastle, Nice, Nicosia, Nottingham, Nuremberg, Oakland, Odesa, Odessa, Oklahoma City, Omaha,
Orlando, Osaka, Oslo, Ottawa, Oxford, Palermo, Paris, Perth, Philadelphia, Phnom Penh, Phoenix,
Pittsburgh, Port-au-Prince, Portland, Porto, Prague, Pretoria, Pyongyang, Quebec City, Quito,
Rabat, Raleigh, Ramallah, Raqqa, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rostov,
Rotterdam, Sacramento, Salt Lake City, Samarkand, San Antonio, San Diego, San Francisco,
San Jose, San Juan, Sana'a, Santiago, Santo Domingo, São Paulo, Sarajevo, Seattle, Seoul,
Sevastopol, Seville, Shanghai, Sheffield, Shenzhen, Skopje, Sofia, Southampton, St. Louis,
St. Petersburg, Stockholm, Strasbourg, Stuttgart, Sydney, Taipei, Tallinn, Tampa, Tashkent,
Tbilisi, Tehran, Tel Aviv, The Hague, Tianjin, Tijuana, Tirana, Tokyo, Toronto, Toulouse,
Tripoli, Tucson, Tulsa, Tunis, Turin, Ulaanbaatar, Utrecht, Valencia, Vancouver, Venice, Vienna,
Vilnius, Vladivostok, Volgograd, Warsaw, Washington, Washington D.C., Wellington, Winnipeg,
Wuhan, Yangon, Yerevan, Yokohama, York, Zagreb, Zaporizhzhia, Zurich, Zürich
"""

_REGIONS: Final = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii,
Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia,
Wisconsin, Wyoming, District of Columbia, Puerto Rico, Guam, Ontario, Quebec, Québec,
British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland,
Newfoundland and Labrador, Yukon, Prince Edward Island, New South Wales, Queensland, Tasmania,
South Australia, Western Australia, Northern Territory, Yorkshire, Lancashire, Cornwall, Devon,
Kent, Sussex, Essex, Surrey, Norfolk, Suffolk, Cumbria, Northumberland, Lincolnshire, Somerset,
Hampshire, Tyne and Wear, Midlands, Bavaria, Saxony, Normandy, Brittany, Provence, Burgundy,
Alsace, Tuscany, Sicily, Sardinia, Lombardy, Andalusia, Galicia, Navarre, Crete, Corsica,
Flanders, Holland, Siberia, Crimea, Donbas, Chechnya, Dagestan, Caucasus, Balkans, Anatolia,
Kurdistan, Kashmir, Punjab, Bengal, Kerala, Tamil Nadu, Gujarat, Xinjiang, Manchuria, Darfur,
Sahara, Sahel, West Bank, Gaza, Gaza Strip, Golan Heights, Middle East, Far East, Near East,
Southeast Asia, Central Asia, East Asia, Central America, Eastern Europe, Western Europe,
Central Europe, Caribbean, Bermuda, Gibraltar, Hawaiian Islands, Atlantic, Pacific, Arctic,
Antarctic, Antarctica, Mediterranean, Baltic, Black Sea, Red Sea, Dead Sea, Caspian Sea, Korea,
Persian Gulf, Gulf of Mexico, English Channel, Suez Canal, Panama Canal, Danube, Rhine, Thames,
Nile, Amazon River, Volga, Mississippi River, Ganges, Tigris, Euphrates, Alps, Andes, Himalayas,
Pyrenees, Rockies, Urals, Appalachians, Mount Everest, Manhattan, Brooklyn, Queens, Bronx,
Staten Island, Harlem, Hollywood, Beverly Hills, Silicon Valley, Wall Street, Times Square,
Broadway, Westminster, Downing Street, Red Square, Trafalgar Square, White House, Oval Office,
Buckingham Palace, Kremlin, Capitol Hill, Vatican, Mar-a-Lago, Camp David, Pearl Harbor,
Holy Land, Milky Way, Mars, Venus, Jupiter, Saturn, Neptune, Uranus, Earth, Moon, East Coast,
West Coast, Midwest, New England, Great Lakes, Deep South, Bay Area, Cambridge, Hudson River,
Long Island, East Germany, West Germany, East Berlin, West Berlin, Ottoman Empire, Roman Empire,
British Empire, Mesopotamia, Babylon, Byzantium, Constantinople, Persia, Burma, Siam, Ceylon,
Bombay, Calcutta, Peking, Bohemia, Moravia, Silesia, Transylvania
"""

_ORGANIZATIONS: Final = """
Hamas, Hezbollah, Taliban, Islamic State, Fatah, Knesset, FBI, CIA, UN, U.N., EU, E.U., IMF, WHO,
ISIS, ISIL, Daesh, BBC, CNN, Duma, State Duma, Bundestag, Bundesrat, Politburo, Pentagon,
Interpol, Europol, Scotland Yard, Supreme Court, House of Representatives, House of Commons,
House of Lords, Red Cross, Amnesty International, Human Rights Watch, Greenpeace, Oxfam,
World Bank, Wall Street Journal, Federal Reserve, United Nations, European Union,
European Commission, European Parliament, World Health Organization, Google, Facebook, Meta,
Twitter, Microsoft, Amazon, Intel, IBM, Nvidia, OpenAI, Netflix, YouTube, Instagram, TikTok,
WhatsApp, LinkedIn, Wikipedia, Wikimedia, Wikinews, Reddit, Spotify, Uber, Airbnb, Tesla, SpaceX,
Boeing, Airbus, Toyota, Honda, Nissan, Ford, Volkswagen, BMW, Audi, Samsung, Sony, Nintendo,
Huawei, Alibaba, Tencent, Walmart, Starbucks, McDonald's, Nike, Adidas, Disney, Pixar,
Goldman Sachs, JPMorgan, Morgan Stanley, Barclays, Deutsche Bank, Lehman Brothers, Shell, BP,
ExxonMobil, Chevron, Gazprom, Rosneft, Lukoil, Pfizer, Moderna, AstraZeneca, Novartis,
Johnson & Johnson, Lockheed Martin, Raytheon, Reuters, Associated Press, Bloomberg, Al Jazeera,
Xinhua, TASS, Agence France-Presse, Harvard, Yale, Stanford, Princeton, Caltech, Democrats,
Republicans, Yahoo, eBay, Congress, Parliament, Senate, Truth Social, NATO, UNESCO, UNICEF, OPEC,
NASA, Mossad, KGB, Labour, Wagner Group
"""

# Names that are the same thing; the first of each row is the one they are merged under.
_ALIASES: Final = """
United States, United States of America, US, U.S., USA, U.S.A., the States
United Kingdom, UK, U.K., Great Britain, Britain
United Nations, UN, U.N.
European Union, EU, E.U.
United Arab Emirates, UAE, U.A.E.
Soviet Union, USSR, U.S.S.R.
Kyiv, Kiev
Odesa, Odessa
North Korea, DPRK
Czech Republic, Czechia
Netherlands, Holland
Myanmar, Burma
Turkey, Türkiye
Ivory Coast, Côte d'Ivoire
Eswatini, Swaziland
East Timor, Timor-Leste
Cape Verde, Cabo Verde
New York, New York City, NYC
Los Angeles, L.A., LA
Washington, Washington D.C., D.C., Washington DC, DC
Congo, Democratic Republic of the Congo, DRC, Democratic Republic of Congo
Bosnia and Herzegovina, Bosnia
Trinidad and Tobago, Trinidad
Federal Bureau of Investigation, FBI
Central Intelligence Agency, CIA
Gaza, Gaza Strip
Saint Petersburg, St. Petersburg, St Petersburg
Hague, The Hague
Vatican, Vatican City
Islamic State, ISIS, ISIL, Daesh
North Atlantic Treaty Organization, NATO
World Health Organization, WHO
International Monetary Fund, IMF
"""

_PLACE_ALIASES: Final = """
US, U.S., USA, U.S.A., UK, U.K., Great Britain, Britain, UAE, U.A.E., USSR, U.S.S.R., DPRK,
Czechia, Türkiye, Côte d'Ivoire, Swaziland, Timor-Leste, Cabo Verde, NYC, L.A., D.C.,
Washington DC, DRC, Bosnia, Trinidad, United States of America, America,
Democratic Republic of the Congo, Democratic Republic of Congo, DC, LA, Saint Petersburg,
St Petersburg
"""


def _countries() -> frozenset[str]:
    return frozenset(row.split(":")[0].strip() for row in _COUNTRIES.split(";"))


def _demonyms() -> frozenset[str]:
    return frozenset(word for row in _COUNTRIES.split(";") for word in row.split(":")[1].split())


def _demonyms_by_country() -> dict[str, tuple[str, ...]]:
    rows = (" ".join(row.split()).split(":") for row in _COUNTRIES.split(";"))
    return {country.strip(): tuple(adjectives.split()) for country, adjectives in rows}


COUNTRIES: Final = _countries()
DEMONYMS_BY_COUNTRY: Final = _demonyms_by_country()
DEMONYMS: Final = _demonyms() | _PEOPLES
ALIAS_ROWS: Final = tuple(
    tuple(form.strip() for form in row.split(",")) for row in _ALIASES.strip().splitlines()
)
PLACES: Final = COUNTRIES | entries(_CITIES) | entries(_REGIONS) | entries(_PLACE_ALIASES)
ORGANIZATIONS: Final = entries(_ORGANIZATIONS)
KNOWN: Final = PLACES | ORGANIZATIONS
